"""HTTP routes of the central server; they call services and nothing else."""
