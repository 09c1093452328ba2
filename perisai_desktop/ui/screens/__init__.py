"""One package for each screen: state, presenter and view."""
