"""The central server: takes in batches, lets reviewers decide, and proves what it knows."""

VERSION = "0.1.0"
