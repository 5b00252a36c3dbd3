"""Photos as people take them, and files that only pretend to be one."""

import struct
import zlib
from contextlib import suppress
from hashlib import sha256
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from desktop.errors import Refused
from desktop.services.requests.photos import (
    JPEG,
    MAX_BYTES,
    MAX_SIDE,
    _opened,
    check_photo,
    require_kept_photo,
)

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL")  # it grumbles about damaged notes

ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825


def picture(size: tuple[int, int] = (400, 300), mode: str = "RGB") -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", size, "blue")
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 2, size[1]), fill="red")
    return image.convert(mode)


def written(image: Image.Image, kind: str = "JPEG", **said: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **said)  # type: ignore[arg-type]
    return out.getvalue()


def read(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image


def png_of(width: int, height: int) -> bytes:
    """A PNG file that claims a size and holds a few bytes: what a bomb looks like before it goes off."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 10_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK", "P", "RGBA", "LA"])
def test_every_usual_picture_becomes_a_jpeg(kind: str, mode: str) -> None:
    possible = {"JPEG": ("RGB", "L", "CMYK"), "PNG": ("RGB", "L", "P", "RGBA", "LA"), "WEBP": ("RGB", "RGBA")}
    if mode not in possible[kind]:
        return
    kept, photo = check_photo(written(picture(mode=mode), kind))
    image = read(kept)
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (400, 300))
    assert photo.media_type == JPEG
    assert (photo.sha256, photo.size) == (sha256(kept).hexdigest(), len(kept))


def test_of_several_pictures_in_one_file_the_first_is_taken() -> None:
    several = written(picture(), "MPO", save_all=True, append_images=[Image.new("RGB", (400, 300), "green")])
    image = read(check_photo(several)[0])
    assert (image.size, image.getpixel((10, 10))) == ((400, 300), read(written(picture())).getpixel((10, 10)))


def test_the_same_picture_is_kept_under_the_same_address() -> None:
    assert check_photo(written(picture())) == check_photo(written(picture()))


@pytest.mark.parametrize(("size", "kept_size"), [((4000, 3000), (2048, 1536)), ((1000, 5000), (410, 2048))])
def test_a_big_photo_is_made_smaller(size: tuple[int, int], kept_size: tuple[int, int]) -> None:
    image = read(check_photo(written(picture(size)))[0])
    assert max(image.size) == MAX_SIDE
    assert abs(image.width - kept_size[0]) <= 1
    assert abs(image.height - kept_size[1]) <= 1


def test_where_and_when_it_was_taken_does_not_travel() -> None:
    notes = Image.Exif()
    notes[MAKE] = "Telephone"
    notes.get_ifd(GPS)[2] = (50.0, 57.0, 3.0)
    content = written(picture(), exif=notes, comment=b"chez moi", icc_profile=b"profile")
    assert b"Telephone" in content
    kept, _ = check_photo(content)
    image = read(kept)
    assert dict(image.getexif()) == {}
    assert not {"exif", "icc_profile", "comment", "xmp"} & set(image.info)
    assert b"Telephone" not in kept


def test_a_photo_taken_sideways_is_turned_upright() -> None:
    notes = Image.Exif()
    notes[ORIENTATION] = 6
    image = read(check_photo(written(picture(), exif=notes))[0])
    assert image.size == (300, 400)
    top, bottom = image.getpixel((150, 20)), image.getpixel((150, 380))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert top[0] > 200 > bottom[0]


def test_notes_that_cannot_be_read_do_not_spoil_the_photo() -> None:
    kept, _ = check_photo(written(picture(), exif=b"Exif\0\0II*\0\xff\xff\xff\x7f" + b"\xff" * 40))
    assert read(kept).size == (400, 300)


def test_what_is_transparent_becomes_white() -> None:
    image = read(check_photo(written(Image.new("RGBA", (40, 40), (0, 0, 0, 0)), "PNG"))[0])
    assert image.getpixel((20, 20)) == (255, 255, 255)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xd8\xff",
        b"Bonjour, je suis une photo.",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        written(picture())[:-900],
        written(picture(), "PNG")[:-60],
        written(picture(), "WEBP")[:-60],
        written(picture(), "GIF"),
        written(picture(), "BMP"),
        written(picture(), "PDF"),
    ],
    ids=["empty", "head", "text", "svg", "jpeg cut", "png cut", "webp cut", "gif", "bmp", "pdf"],
)
def test_a_file_that_is_no_photo_is_refused(content: bytes) -> None:
    with pytest.raises(Refused) as refusal:
        check_photo(content)
    assert refusal.value.code == "photo_not_image"


@pytest.mark.parametrize("side", [5_001, 12_000, 60_000])
def test_a_picture_of_monstrous_size_is_refused_before_it_is_opened(side: int) -> None:
    with pytest.raises(Refused) as refusal:
        check_photo(png_of(side, side))
    assert refusal.value.code == "photo_too_big"


def resized(width: int, height: int) -> bytes:
    """A small JPEG whose head claims another size."""
    content = written(picture())
    at = content.index(b"\xff\xc0") + 5
    return content[:at] + struct.pack(">HH", height, width) + content[at + 4 :]


@pytest.mark.parametrize("size", [(65_500, 1_800), (1_800, 65_500), (20_001, 1), (12_000, 12_000)])
def test_a_jpeg_too_long_or_too_large_is_refused_before_it_is_opened(size: tuple[int, int]) -> None:
    with pytest.raises(Refused) as refusal:
        check_photo(resized(*size))
    assert refusal.value.code == "photo_too_big"


def test_a_panorama_is_read_at_reduced_size() -> None:
    wide = written(Image.new("L", (16_000, 1_000)))
    assert _opened(wide).size == (4_000, 250)
    assert read(check_photo(wide)[0]).size == (2_048, 128)


def test_a_large_jpeg_in_many_passes_is_refused_as_it_is_held_whole() -> None:
    passes = written(Image.new("L", (6_000, 4_100)), progressive=True)
    with pytest.raises(Refused, match="photo_too_big"):
        check_photo(passes)


def test_a_file_of_monstrous_length_is_refused() -> None:
    with pytest.raises(Refused) as refusal:
        check_photo(written(picture()) + b"\0" * MAX_BYTES)
    assert refusal.value.code == "photo_too_big"


SOUND = {kind: written(picture((64, 48)), kind) for kind in ("JPEG", "PNG", "WEBP")}


@settings(max_examples=300)
@given(
    kind=st.sampled_from(sorted(SOUND)),
    wounds=st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 255)), min_size=1, max_size=6),
)
def test_a_damaged_file_is_read_or_refused_and_nothing_else(kind: str, wounds: list[tuple[int, int]]) -> None:
    content = bytearray(SOUND[kind])
    for place, value in wounds:
        content[place % len(content)] = value
    with suppress(Refused):
        assert read(check_photo(bytes(content))[0]).format == "JPEG"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_what_is_made_fit_to_keep_is_a_kept_photo(kind: str) -> None:
    require_kept_photo(check_photo(written(picture((3_000, 40)), kind))[0])


NO_KEPT_PHOTO = {
    "nothing": b"",
    "text": b"Bonjour",
    "a drawing": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "another format": written(picture(), "PNG"),
    "several pictures": written(picture(), "MPO", save_all=True, append_images=[picture()]),
    "with notes": written(picture(), comment=b"chez moi"),
    "with a place": written(picture(), exif=b"Exif\0\0II*\0"),
    "in many passes": written(picture(), progressive=True),
    "cut": written(picture())[:-900],
    "with something behind it": written(picture()) + b"PK\3\4",
    "no more than a head": written(picture())[:30] + b"\xff\xd9",
    "too large": written(picture((MAX_SIDE + 1, 10))),
    "claiming a monstrous size": resized(65_500, 65_500),
}


@pytest.mark.parametrize("what", NO_KEPT_PHOTO)
def test_nothing_else_is_a_kept_photo(what: str) -> None:
    with pytest.raises(Refused, match="photo_"):
        require_kept_photo(NO_KEPT_PHOTO[what])


@settings(max_examples=300)
@given(wounds=st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_damaged_photo_is_kept_or_refused_and_nothing_else(wounds: list[tuple[int, int]]) -> None:
    content = bytearray(SOUND["JPEG"])
    for place, value in wounds:
        content[place % len(content)] = value
    with suppress(Refused):
        require_kept_photo(bytes(content))
