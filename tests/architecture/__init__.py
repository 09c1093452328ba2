"""Tests of the house itself: walls, sizes, names and what may be tracked."""
