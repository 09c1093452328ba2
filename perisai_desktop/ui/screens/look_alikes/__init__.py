"""The person on the form beside those on this laptop who may be the same."""
