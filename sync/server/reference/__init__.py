"""Reference data at the server: built from named sources, checked by a manifest, signed and published."""
