"""What the agent's world is made of: frozen values, free of storage, network and screens."""
