"""The screen which sends what waits and shows what came back."""
