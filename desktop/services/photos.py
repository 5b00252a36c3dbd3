"""A photo as somebody took it, made fit to keep: checked, upright, small, and without its metadata."""

import msgspec

MAX_BYTES = 25 * 1024 * 1024
MAX_SIDE = 2048


class Photo(msgspec.Struct, frozen=True, kw_only=True):
    """A checked photo, addressed by the SHA-256 (hex) of its bytes; `size` in bytes."""

    sha256: str
    size: int
    media_type: str


def check_photo(content: bytes) -> tuple[bytes, Photo]:
    """A JPEG of at most 2048 px a side made from `content` (JPEG, PNG or WebP, at most 25 MiB).

    Raises Refused("photo_too_big") or Refused("photo_not_image").
    """
    raise NotImplementedError
