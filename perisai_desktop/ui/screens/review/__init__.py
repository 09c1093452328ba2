"""Tinjauan: the reviewer's list by agent and day, one record, and the decision on it."""
