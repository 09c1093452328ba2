"""What programs that this one starts (a viewer of PDFs, the printer's spooler) find around them."""

import os
import sys

SEARCHED = "LD_LIBRARY_PATH"
BEFORE = "LD_LIBRARY_PATH_ORIG"
"""Where PyInstaller's starter keeps what was there before it."""
ANEW = "PYINSTALLER_RESET_ENVIRONMENT"
"""Tells the starter, where the program starts itself again, that it is no part of the program that ran before."""


def spare_children() -> None:
    """Take back the starter's search path on Linux: this process has read it, the system's programs must not.

    They would load the bundle's older libraries instead of their own. The program itself, started again, gets it anew.
    """
    if getattr(sys, "frozen", False) and sys.platform.startswith("linux"):
        os.environ[ANEW] = "1"
        before = os.environ.pop(BEFORE, None)
        os.environ.pop(SEARCHED, None)
        if before:
            os.environ[SEARCHED] = before
