"""The system's cameras through QtMultimedia, which is not part of PySide6-Essentials: an optional component."""
