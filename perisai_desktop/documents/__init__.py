"""Paper: domain values in, bytes out."""
