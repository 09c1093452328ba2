"""Checks that flag and never decide: frozen facts in, findings with their evidence out."""
