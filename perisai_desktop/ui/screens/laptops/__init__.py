"""The branch's laptops: what has not arrived from them, and new receipt numbers by phone."""
