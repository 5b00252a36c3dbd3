"""Photos for tests: real ones, small or of a wanted length, each as different from the others as its seed."""

import random
from io import BytesIO

from PIL import Image

_END = b"\xff\xd9"


def kept_photo(seed: object = 0, length: int = 0) -> bytes:
    """A photo as stations keep it, `length` bytes long if it is given: a JPEG may be padded at its end."""
    side = 24
    image = Image.frombytes("RGB", (side, side), random.Random(str(seed)).randbytes(3 * side * side))
    out = BytesIO()
    image.save(out, "JPEG", quality=85)
    content = out.getvalue()
    return content.removesuffix(_END) + b"\xff" * (length - len(content)) + _END
