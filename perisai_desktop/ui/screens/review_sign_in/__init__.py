"""Masuk Penyelia: a reviewer signs in at the server; nothing is kept on this laptop."""
