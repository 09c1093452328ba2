"""Copies of a server that can be trusted: made while it serves, verified after writing, and set up again elsewhere."""
