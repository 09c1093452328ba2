"""The dialog in which an agent who forgot the password gets a new one through the branch."""
