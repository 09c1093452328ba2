"""A generated branch: agents of practice laptops, days of work through the real intake, and fraud planted in it."""
