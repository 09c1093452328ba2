"""The screen which corrects what the branch sent back."""
