"""Widgets which every screen is built from; they know tokens and nothing of the field's work."""
