"""The store's formats and the steps between them; imported only when a store is behind."""
