"""Perubahan: what is different in a worker's life from a month on, or with which month the membership ends."""
