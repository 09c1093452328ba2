"""Movements of cash that are neither receipt nor deposit: float, surplus, shortage, hand-over."""
