"""Of whom a laptop held data: the list for the notice of a loss, to look through and to save."""
