"""Work that must not hold up the screen: lanes, their runner and the heartbeat."""
