"""A program of its own that reads the photo of a KTP: one picture in, one line of JSON out, nothing kept."""
