"""A small package of regions and the small sources, as the builder of reference data takes them."""

import hashlib
import io
import json
import shutil
import tarfile
from pathlib import Path

from tests.support.reference_data import REFERENCE_FOLDER

SOURCES = REFERENCE_FOLDER / "sources"
SMALL_REGIONS = {
    "provinces.csv": "code,name\n32,Jawa Barat\n",
    "regencies.csv": "code,province_code,name\n32.02,32,Kabupaten Sukabumi\n32.73,32,Kota Bandung\n",
    "districts.csv": "code,regency_code,name\n32.02.10,32.02,Cikembar\n32.73.02,32.73,Coblong\n",
    "villages.csv": (
        "code,district_code,name\n32.02.10.2006,32.02.10,Sukamaju\n32.73.02.1004,32.73.02,Dago\n"
        "32.02.10.2007,32.02.10,Pa'rasangang Beru\n"
    ),
    "LICENSE.md": "ODbL\n",
}


def put_regions(folder: Path, regions: dict[str, str]) -> None:
    """Write an unpacked package and the digests of its files into `release.json`."""
    data = folder / "regions" / "data"
    data.mkdir(parents=True, exist_ok=True)
    for name, text in regions.items():
        (data / name).write_bytes(text.encode())
    release = json.loads((SOURCES / "release.json").read_text(encoding="utf-8"))
    release["regions"]["archive"] = "regions"
    release["regions"]["sha256"] = {
        name: hashlib.sha256(text.encode()).hexdigest()
        for name, text in regions.items()
        if name.endswith(".csv")
    }
    (folder / "release.json").write_text(json.dumps(release), encoding="utf-8")


def small_sources(folder: Path) -> Path:
    """A folder with the project's small sources and a few regions."""
    folder.mkdir(parents=True, exist_ok=True)
    for source in SOURCES.iterdir():
        if source.suffix in {".json", ".csv"}:
            shutil.copyfile(source, folder / source.name)
    put_regions(folder, SMALL_REGIONS)
    return folder


def packed(folder: Path, names: tuple[str, ...] = tuple(SMALL_REGIONS)) -> Path:
    """The regions of a folder as the archive that a package registry serves."""
    path = folder / "regions.tgz"
    with tarfile.open(path, "w:gz") as archive:
        for name in names:
            member = tarfile.TarInfo(f"package/data/{name}")
            content = (folder / "regions" / "data" / name).read_bytes()
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path
