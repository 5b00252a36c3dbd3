"""A photo as somebody took it, made fit to keep: checked, upright, small, and without its metadata."""

import struct
from hashlib import sha256
from io import BytesIO

import msgspec
from PIL import Image, ImageOps

from desktop.errors import Refused

JPEG = "image/jpeg"
MAX_BYTES = 25 * 1024 * 1024
MAX_SIDE = 2048
MAX_PIXELS = {"JPEG": 120_000_000, "PNG": 24_000_000, "WEBP": 24_000_000}
"""What is still opened, by format: a JPEG is read at reduced size, the others need four bytes a pixel."""

_UNREADABLE = (OSError, SyntaxError, ValueError, EOFError, struct.error)
_BOMB = (Image.DecompressionBombError, Image.DecompressionBombWarning)


class Photo(msgspec.Struct, frozen=True, kw_only=True):
    """A checked photo, addressed by the SHA-256 (hex) of its bytes; `size` in bytes."""

    sha256: str
    size: int
    media_type: str


def check_photo(content: bytes) -> tuple[bytes, Photo]:
    """A JPEG of at most 2048 px a side made from `content` (JPEG, PNG or WebP, at most 25 MiB).

    Raises Refused("photo_too_big") or Refused("photo_not_image").
    """
    if len(content) > MAX_BYTES:
        raise Refused("photo_too_big", limit=MAX_BYTES)
    try:
        kept = _encoded(_upright(_opened(content)))
    except _BOMB as error:
        raise Refused("photo_too_big") from error
    except _UNREADABLE as error:
        raise Refused("photo_not_image") from error
    return kept, Photo(sha256=sha256(kept).hexdigest(), size=len(kept), media_type=JPEG)


def _opened(content: bytes) -> Image.Image:
    """The picture, decoded whole: a truncated file fails here. Its size is judged before any pixel is."""
    image = Image.open(BytesIO(content), formats=tuple(MAX_PIXELS))
    if image.width * image.height > MAX_PIXELS[image.format or ""]:
        raise Refused("photo_too_big", width=image.width, height=image.height)
    image.draft("RGB", (MAX_SIDE, MAX_SIDE))
    image.load()
    return image


def _upright(image: Image.Image) -> Image.Image:
    """Turned as the camera was held; without a readable note of that, as it is."""
    try:
        return ImageOps.exif_transpose(image)
    except _UNREADABLE:
        return image


def _encoded(image: Image.Image) -> bytes:
    """As JPEG on a fresh white ground, to which nothing but the pixels goes: no place, no time."""
    image.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    ground = Image.new("RGB", image.size, "white")
    if image.has_transparency_data:
        seen = image.convert("RGBA")
        ground.paste(seen, mask=seen.getchannel("A"))
    else:
        ground.paste(image.convert("RGB"))
    out = BytesIO()
    ground.save(out, "JPEG", quality=85)
    return out.getvalue()
