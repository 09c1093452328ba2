"""What a branch decides: edited, looked at, published."""
