"""Real processes killed at numbered places, and the proof that nothing was lost or doubled by it."""
