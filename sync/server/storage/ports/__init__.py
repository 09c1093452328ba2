"""What each part of the store can do, as protocols that services know and implementations fulfil."""
