"""What lies on a stick beforehand does not lead the program to a file elsewhere."""

from pathlib import Path

from perisai_desktop.services.stick_files import settling


def test_a_link_under_the_drafts_name_is_not_followed(tmp_path: Path) -> None:
    kept, place = tmp_path / "perisai.db", tmp_path / "stick" / "saved.perisai"
    kept.write_bytes(b"everything")
    place.parent.mkdir()
    place.with_name(f".{place.name}.part").hardlink_to(kept)
    with settling(place) as file:
        file.write(b"new")
    assert (place.read_bytes(), kept.read_bytes()) == (b"new", b"everything")
    assert list(place.parent.iterdir()) == [place]
