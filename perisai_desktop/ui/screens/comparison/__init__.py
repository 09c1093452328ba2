"""Two records that may be of one person, side by side."""
