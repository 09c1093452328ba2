"""Pictures of every screen, dialog and state, and an eye that looks at each for what a person would stumble over."""
