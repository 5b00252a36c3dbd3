"""What lies stored as a photo and is none is a sentence at the counter: it neither stalls nor breaks it."""

from io import BytesIO
from time import perf_counter

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from desktop.views.counter.requests.photos import decoded
from tests.pictures import kept_photo

SLOW_SVG = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>" + b"<g filter='url(#f)'>" * 900
LONGEST_SECONDS = 0.2


def written(width: int, height: int, kind: str) -> bytes:
    out = BytesIO()
    Image.new("L", (width, height)).save(out, kind)
    return out.getvalue()


NO_PHOTOS = {
    "nothing": b"",
    "a drawing": SLOW_SVG,
    "another format": written(60, 60, "PNG"),
    "an animation": written(60, 60, "GIF"),
    "an endless picture": written(60_000, 1_800, "JPEG"),
    "no more than a head": kept_photo()[:40],
}


@pytest.mark.parametrize("what", NO_PHOTOS)
def test_what_is_no_photo_is_not_drawn(qapp: QApplication, what: str) -> None:
    started = perf_counter()
    assert decoded(NO_PHOTOS[what], 300).isNull()
    assert perf_counter() - started < LONGEST_SECONDS


def test_a_photo_is_drawn(qapp: QApplication) -> None:
    assert decoded(kept_photo(), 12).width() == 12
