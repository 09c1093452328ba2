"""Perisai Desktop: an agent enrols workers, receipts their cash and exchanges the work with the branch."""

VERSION = "0.1.0"
