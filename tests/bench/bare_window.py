"""The least a PySide6 program can be: one window with one line; the floor of a start."""

from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from tests.bench.typing_hand import peak_mib, when_it_takes_typing


def main() -> None:
    """Print the instant at which it took a letter, and the most memory it held."""
    app = QApplication(["bare"])
    window = QWidget()
    line = QLineEdit()
    QVBoxLayout(window).addWidget(line)
    window.resize(1366, 768)
    window.show()
    line.setFocus()
    print(when_it_takes_typing(window), peak_mib())
    app.quit()


if __name__ == "__main__":
    main()
