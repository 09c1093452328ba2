"""Screen of targets and regions: what the branch reached beside what it aims at."""
