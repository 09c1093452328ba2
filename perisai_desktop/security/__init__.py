"""Keys, passwords and the lock that keeps a profile to one running program."""
