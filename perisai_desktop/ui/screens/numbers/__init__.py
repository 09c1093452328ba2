"""New receipt numbers for a laptop that was brought back from an old copy, and what else it has to be told."""
