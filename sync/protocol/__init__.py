"""What is written, hashed, signed and sent: entries, batches, verdicts, canonical JSON and the published schema."""
