"""Daftar baru: one page from an empty form to the receipt."""
