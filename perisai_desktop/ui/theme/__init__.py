"""Tokens, type, icons and the stylesheet that every widget is drawn with."""
