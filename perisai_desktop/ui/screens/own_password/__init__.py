"""The dialog in which whoever is signed in at the branch's server changes the password."""
