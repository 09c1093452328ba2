"""Benchmarks by name, each beside its floor in the same run: `python3 dev.py bench`."""
