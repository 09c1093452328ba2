"""The screens of the program: theme, widgets, shell and one package for each screen."""
