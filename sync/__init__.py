"""What both ends share: rules, protocol, the client of the sync and the central server."""
