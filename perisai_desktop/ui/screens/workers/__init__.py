"""The screen which lists and searches the workers of this store."""
