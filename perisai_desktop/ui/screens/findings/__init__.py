"""Findings: what the checks found about the agents of the branch, by kind or by agent."""
