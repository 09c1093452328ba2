"""Agents and devices: the scorecard of the branch's agents, and the laptops of each."""
