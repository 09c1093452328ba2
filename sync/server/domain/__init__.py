"""What the server decides by itself, as pure functions over frozen values."""
