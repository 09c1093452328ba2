"""KTP of people who do not exist, drawn as the real cards are laid out, and photographed well and badly."""
