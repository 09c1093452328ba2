"""Use cases of the central server, one module for each."""
