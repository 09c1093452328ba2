"""Turning the source into programs that ship: what goes in, what stays out, what is proved of the result."""
