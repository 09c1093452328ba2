"""The screen which enrols a device with the server."""
