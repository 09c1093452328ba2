"""The shipped engine, transport and services in a deterministic world: seeded faults, an oracle, planted bugs."""
