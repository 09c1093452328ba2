"""Pengembalian: money that the branch lets the agent give back, signed for by whoever receives it."""
