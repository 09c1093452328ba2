"""Pencabutan persetujuan: what a worker no longer agrees to, purpose by purpose (UU 27/2022)."""
