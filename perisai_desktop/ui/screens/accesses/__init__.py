"""The access log: who did and saw what at the branch, and whether the trail of it is whole."""
