"""One module per version of the server's schema."""
