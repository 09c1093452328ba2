"""Finds and recognises the writing on a picture with RapidOCR on the processor; the models lie in its wheel."""

from __future__ import annotations

import importlib
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

from perisai_desktop.reading.written_line import WrittenLine, corners_of

LONG_SIDE = 1280
"""Pixels that a picture is made smaller to; a KTP is prepared with as many."""
FIND_SIDE = 960
"""Pixels in which lines are looked for; they are recognised in the whole picture."""
MODELS = {"Det": "PP-OCRv6_det_small.onnx", "Rec": "PP-OCRv6_rec_small.onnx"}


def open_picture(content: bytes) -> Image.Image:
    """The picture upright as its camera noted, at most LONG_SIDE long. Raises OSError where it is none."""
    with Image.open(io.BytesIO(content)) as opened:
        opened.draft("RGB", (LONG_SIDE, LONG_SIDE))
        picture = ImageOps.exif_transpose(opened).convert("RGB")
    picture.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS)
    return picture


class Recogniser:
    """Holds the loaded models; the first picture takes a second longer."""

    def __init__(self) -> None:
        rapidocr: Any = importlib.import_module("rapidocr")
        models = Path(rapidocr.__file__).parent / "models"
        settings: dict[str, Any] = {f"{part}.model_path": str(models / name) for part, name in MODELS.items()}
        settings |= {
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "Det.limit_type": "max",
            "Det.limit_side_len": FIND_SIDE,
            # A second thread costs half as much work again and wins little, on the cores that the screen needs.
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        }
        self._engine = rapidocr.RapidOCR(params=settings)

    def lines(self, picture: Image.Image) -> Sequence[WrittenLine]:
        """Every line of writing on the picture."""
        numpy = importlib.import_module("numpy")
        found = self._engine(numpy.asarray(picture)[:, :, ::-1])
        if found.boxes is None:
            return []
        return [
            WrittenLine(text, float(score), corners_of([(float(x), float(y)) for x, y in corners]))
            for text, score, corners in zip(found.txts, found.scores, found.boxes, strict=True)
        ]
