"""Kas: cash in hand with its age, what it is made of, and everything that moves it."""
