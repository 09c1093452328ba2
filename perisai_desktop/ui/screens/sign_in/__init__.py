"""The screen which opens the store with a password."""
