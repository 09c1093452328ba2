"""The dialog for what this laptop does not know of who pays: terms, and of a stranger NIK, name and paid until."""
