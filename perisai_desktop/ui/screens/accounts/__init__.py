"""The accounts of a branch: who signs in at its server, new ones, temporary passwords, suspension."""
