"""What the first version of the schema consists of, by subject; never changed once released."""
