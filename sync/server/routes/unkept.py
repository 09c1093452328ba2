"""Answers that nobody on their way keeps: they carry passwords, codes, tokens, or who has an account."""

from fastapi import Response


def unkept(response: Response) -> None:
    """A dependency that says so in the answer's head."""
    response.headers["Cache-Control"] = "no-store"
