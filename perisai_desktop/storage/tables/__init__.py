"""The store's tables as SQLModel rows, private to the storage packages that write them."""
