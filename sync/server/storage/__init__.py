"""The only package of the server that speaks SQL: tables, the store's interface and its one implementation."""
