"""The only rooms of the desktop that speak SQL: the encrypted store and its tables."""
