"""Photos that somebody brings along: looked at, made fit to keep, and kept before what speaks of them."""

from dataclasses import dataclass, field
from pathlib import Path

from desktop.errors import DeviceUnavailable, Refused
from desktop.hardware.camera import PhotoSource
from desktop.services.command import Done
from desktop.services.requests.photos import Photo, check_photo
from desktop.services.requests.requests import OpenRequest
from desktop.station.station import Station


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture at hand. Once looked at it has `photo` and its small, upright `content`, or a `problem`."""

    path: Path
    photo: Photo | None = None
    content: bytes = field(default=b"", repr=False)
    problem: str = ""

    @property
    def looked_at(self) -> bool:
        """Whether it is known what this file is."""
        return self.photo is not None or bool(self.problem)


def look_at(source: PhotoSource, path: Path) -> Picture:
    """What this file is: a photo made fit to keep, or what is wrong with it."""
    try:
        content, photo = check_photo(source.take(path))
    except (Refused, DeviceUnavailable) as error:
        return Picture(path, problem=error.code)
    return Picture(path, photo, content)


def open_request(station: Station, command: OpenRequest, pictures: tuple[Picture, ...], actor: str) -> Done:
    """The photos are kept before the request that speaks of them. Raises Refused, StoreFull."""
    for picture in pictures:
        if picture.photo is not None:
            station.uploads.keep(picture.photo.sha256, picture.content, picture.photo.media_type)
    return station.perform(command, actor)
