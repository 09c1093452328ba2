"""The tests of both ends; their folders mirror the tree."""
