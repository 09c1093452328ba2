"""Serah terima peserta: workers whom the branch moves to another agent, given or taken."""
