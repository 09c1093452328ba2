"""The unfinished enrolments: with their age, to be gone on with, or thrown away and brought back."""
