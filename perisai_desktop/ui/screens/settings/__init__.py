"""The settings: how the program looks, prints and copies, the password, and what to tell whoever helps."""
