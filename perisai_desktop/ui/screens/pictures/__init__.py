"""The photos of a record: small below its form, and large beside what the form says."""
