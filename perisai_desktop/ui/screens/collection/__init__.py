"""The screen of the collection round: who owes what, and what they pay."""
