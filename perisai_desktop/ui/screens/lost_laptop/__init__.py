"""Of whom a lost laptop held data: the list for the notice, to look through and to save."""
