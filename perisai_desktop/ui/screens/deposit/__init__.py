"""Setoran: the cash of chosen receipts written down as deposited."""
