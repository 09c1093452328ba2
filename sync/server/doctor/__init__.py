"""Examines a server from outside: everything that goes wrong quietly, and what to do about it."""
