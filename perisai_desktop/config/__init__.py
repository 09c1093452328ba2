"""Where the program's files are, how it is set, what time it is and what it logs."""
