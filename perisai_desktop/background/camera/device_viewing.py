"""One camera while it is on: its pictures on their way to the screen, and the one that is taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QElapsedTimer, QIODevice, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtMultimedia import QMediaCaptureSession, QVideoFrame, QVideoSink

from perisai_desktop.background.camera.ports import Source
from perisai_desktop.background.cameras import PREVIEW_SIDE, Watcher
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.page_image import PageImage

_QUALITY = 95
_BETWEEN = 45
"""Milliseconds between two pictures that are shown: some twenty a second lead a hand, more only heat an old laptop."""

_BREATH = 30
"""Milliseconds in which a window says that the camera is starting: some systems keep it waiting while they open one."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Milliseconds that the system has to open a camera, and that a camera has to give its next picture."""

    opening: int = 3_000
    silence: int = 8_000


class DeviceViewing(QObject):
    """See `Viewing`. `reason` says why there is no picture; it is asked at most once.

    Backends differ in what they tell of a camera that they can't open: some an error, some nothing at all. So whatever is
    not opened in time, or gives no picture for too long, has failed.
    """

    def __init__(
        self, source: Source, watcher: Watcher, reason: Callable[[], Failure], patience: Patience
    ) -> None:
        super().__init__()
        self._source = source
        self._watcher = watcher
        self._reason = reason
        self._patience = patience
        self._open = True
        self._wanted = False
        self._end: Callable[[], None] = lambda: None
        self._shown = QElapsedTimer()
        self._session = QMediaCaptureSession(self)
        self._sink = QVideoSink(self)
        # Frames come on a thread of the camera's: they are looked at on this one.
        self._sink.videoFrameChanged.connect(self._arrived, Qt.ConnectionType.QueuedConnection)
        self._session.setVideoSink(self._sink)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.timeout.connect(self.fail)
        self._silence.start(patience.silence)
        QTimer.singleShot(patience.opening, self, self._look)
        QTimer.singleShot(_BREATH, self, self._begin)

    def until(self, end: Callable[[], None]) -> None:
        """Call `end` when the camera is closed."""
        self._end = end

    def take(self) -> None:
        """Take the next picture that comes."""
        self._wanted = True

    def close(self) -> None:
        """Turn it off."""
        if not self._open:
            return
        self._open = False
        self._silence.stop()
        self._end()
        self._source.stop()
        self.deleteLater()

    @Slot()
    def fail(self) -> None:
        """Say why there is no picture, and turn it off."""
        if self._open:
            reason = self._reason()
            self.close()
            self._watcher.failed(reason)

    def _begin(self) -> None:
        if self._open:
            self._source.start(self._session, self._troubled)

    def _troubled(self) -> None:
        # A backend may still be in the middle of its own act: it is turned off after that.
        QTimer.singleShot(0, self, self.fail)

    def _look(self) -> None:
        if self._open and not self._source.active:
            self.fail()

    @Slot(QVideoFrame)
    def _arrived(self, frame: QVideoFrame) -> None:
        if not self._open or not frame.isValid():
            return
        self._silence.start(self._patience.silence)
        # As the lens saw it: that a frame is to be shown as in a mirror is a mark for painters, which this leaves alone.
        if self._wanted:
            self._taken(frame.toImage())
        elif not self._shown.isValid() or self._shown.elapsed() >= _BETWEEN:
            self._shown.start()
            image = frame.toImage()
            if not image.isNull():
                self._watcher.seen(_pixels(image))

    def _taken(self, image: QImage) -> None:
        if image.isNull():
            return
        self.close()
        self._watcher.taken(_jpeg(image))


def _pixels(image: QImage) -> PageImage:
    if max(image.width(), image.height()) > PREVIEW_SIDE:
        image = image.scaled(PREVIEW_SIDE, PREVIEW_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return PageImage(plain.width(), plain.height(), plain.bytesPerLine(), bytes(plain.constBits()))


def _jpeg(image: QImage) -> bytes:
    """In memory alone."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(_QUALITY)
    writer.write(image)
    return bytes(buffer.data().data())
