"""Pembatalan: the branch is asked to void a receipt, or one worker on it."""
