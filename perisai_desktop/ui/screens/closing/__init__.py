"""Tutup kas: the cash of a day counted by denomination, against what the journal expects."""
