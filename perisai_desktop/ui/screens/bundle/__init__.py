"""The window in which a file goes out on a stick, comes back, or is brought for somebody else."""
