"""An agent's whole day from outside: its people, the programs it needs, and the comparison with the journal."""
