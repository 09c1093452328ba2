"""Approving many clean records at once."""
