"""Beranda: today and the month, what waits for whom, and where the data is; every part leads to its list."""
