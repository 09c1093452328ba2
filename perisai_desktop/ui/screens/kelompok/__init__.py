"""People enrolled together: a family, an enterprise, a sponsor's list."""
