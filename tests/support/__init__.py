"""Parts that tests stand on: a real PostgreSQL and readers of what the program prints."""
