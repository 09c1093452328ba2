"""The frame around every screen: rail, header, strip and the router between screens."""
