"""The printers of the system that this program runs on."""

import sys

from perisai_desktop.services.printers import Printers


def system_printers() -> Printers:
    """Windows' own spooler, CUPS everywhere else; what they need is loaded with the first question."""
    if sys.platform == "win32":
        from perisai_desktop.background.drawn_pages import draw
        from perisai_desktop.background.windows_printers import WindowsPrinters
        from perisai_desktop.background.winspool import Winspool

        return WindowsPrinters(Winspool(), draw)
    from perisai_desktop.background.cups_printers import CupsPrinters

    return CupsPrinters()
