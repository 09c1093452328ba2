"""Proves the server's books from the bytes that devices signed: it knows the protocol and the rules, and no service."""
