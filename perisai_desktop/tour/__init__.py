"""Drives the real screens through a roster: the README's first command and the frozen program's self-test."""
