"""The dialog in which a kelompok pays on: who pays, which members, how many months, and one receipt."""
