"""The form for one's own password at the branch's server, which the sign-in and a dialog of its own show."""
