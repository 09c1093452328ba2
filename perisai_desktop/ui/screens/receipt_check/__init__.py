"""Periksa kuitansi: whether a receipt is genuine, by its number or by its QR."""
