"""The page before the day's work: what is fine on this laptop, and what is to be done first."""
