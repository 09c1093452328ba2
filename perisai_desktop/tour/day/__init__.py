"""An agent's whole day driven through the real screens, from the first renewal to the closing."""
