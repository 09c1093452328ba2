"""Kuitansi: the receipt as it will look on paper, and what to do with it."""
