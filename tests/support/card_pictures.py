"""Pictures of an invented card, as they come from a camera: sharp, blurred, dark, with a reflection, turned by EXIF."""

import io
from functools import cache

from PIL import Image, ImageDraw, ImageFilter, ImageFont

SIZE = (1600, 1010)
LINES = (
    "PROVINSI CONTOH",
    "NIK : 3202081408900004",
    "Nama : UJANG SOBARNA",
    "Tempat/Tgl Lahir : SUKABUMI, 14-08-1990",
    "Jenis Kelamin : LAKI-LAKI   Gol. Darah : O",
    "Alamat : KP. BARU",
    "RT/RW : 003/005",
    "Kel/Desa : SUKAMAJU",
    "Kecamatan : CIBADAK",
    "Pekerjaan : PETANI/PEKEBUN",
    "Berlaku Hingga : SEUMUR HIDUP",
)


@cache
def card() -> Image.Image:
    """The card, lit evenly."""
    image = Image.new("RGB", SIZE, (168, 205, 228))
    pen = ImageDraw.Draw(image)
    for place, line in enumerate(LINES):
        pen.text((60, 50 + 82 * place), line, fill=(20, 26, 34), font=ImageFont.load_default(44))
    pen.rectangle((1190, 220, 1520, 660), fill=(170, 60, 50))
    return image


def blurred() -> Image.Image:
    """A hand that shook."""
    return card().filter(ImageFilter.GaussianBlur(9))


def dark() -> Image.Image:
    """A room without light."""
    return card().point(lambda value: value * 0.25)


def with_reflection() -> Image.Image:
    """A lamp in the laminate."""
    image = card().copy()
    ImageDraw.Draw(image).ellipse((300, 250, 800, 560), fill="white")
    return image


def on_table(width: int, height: int, part: tuple[float, float, float, float]) -> Image.Image:
    """What a camera sees of a card that is held into `part` of its picture: left, top, right, bottom, as shares."""
    table = Image.new("RGB", (width, height), (112, 92, 74))
    left, right, top, bottom = part[0] * width, part[2] * width, part[1] * height, part[3] * height
    table.paste(card().resize((round(right - left), round(bottom - top))), (round(left), round(top)))
    return table


def file_of(image: Image.Image, kind: str = "JPEG", *, exif: dict[int, object] | None = None) -> bytes:
    """The picture as a file; `exif` holds tags, 0x0112 is how the camera was held."""
    written = io.BytesIO()
    if kind == "JPEG":
        tags = Image.Exif()
        tags.update(exif or {})
        image.save(written, kind, quality=95, exif=tags)
    else:
        image.save(written, kind)
    return written.getvalue()
