"""Files arriving in pieces, by tus 1.0: a cut costs the piece under way, never the file."""

from typing import Annotated

from fastapi import APIRouter, Header, Response

from desktop.central import quotas
from desktop.central.files import blobs
from desktop.central.files.partial import PartialFiles, Promised
from desktop.central.routes.door import Bearer, Body, Door
from desktop.errors import Refused
from desktop.models.device import Device
from desktop.protocol.tus import (
    CHUNK_TYPE,
    EXTENSIONS,
    TUS_VERSION,
    UPLOADS_PATH,
    VERSION_HEADER,
    checksum,
    read_metadata,
)

Length = Annotated[int, Header(alias="Upload-Length")]
Metadata = Annotated[str, Header(alias="Upload-Metadata")]
Offset = Annotated[int, Header(alias="Upload-Offset")]
Checksum = Annotated[str, Header(alias="Upload-Checksum")]
ContentType = Annotated[str, Header()]
_DATE = "%a, %d %b %Y %H:%M:%S GMT"


class _Arrivals:
    """What central does with the pieces of one station's files."""

    def __init__(self, door: Door) -> None:
        self._door = door
        settings = door.store.settings
        self._files = PartialFiles(
            door.store.blobs / "partial", settings.max_blob_bytes, settings.quotas.open_uploads
        )

    def known(self, device: Device, sha256: str) -> Response:
        with self._door.store.database.read() as session:
            version = blobs.held_from(session, device, sha256)
        if version is None:
            raise Refused("blob_unknown")
        return _said(200, {VERSION_HEADER: str(version)})

    def begin(self, device: Device, length: int, metadata: str) -> Response:
        try:
            told = read_metadata(metadata)
            sha256, media_type = told["sha256"], told.get("filetype", "application/octet-stream")
        except (ValueError, KeyError) as error:
            raise Refused("upload_unreadable") from error
        now = self._door.clock()
        with quotas.telling(self._door.store, device, now):
            name = self._files.begin(device.id, sha256, length, media_type, now)
        promised, offset = self._files.standing(device.id, name, self._door.clock())
        where = {"Location": f"{UPLOADS_PATH}/uploads/{name}", "Upload-Offset": str(offset)}
        return _said(201, where | _expiry(promised))

    def standing(self, device: Device, name: str) -> Response:
        promised, offset = self._files.standing(device.id, name, self._door.clock())
        length = {"Upload-Length": str(promised.length), "Cache-Control": "no-store"}
        return _said(200, {"Upload-Offset": str(offset)} | length | _expiry(promised))

    def grow(self, device: Device, name: str, offset: int, content: bytes) -> Response:
        with self._files.growing(name):
            promised, held = self._files.standing(device.id, name, self._door.clock())
            if offset != held:
                raise Refused("upload_elsewhere", offset=held)
            held += len(content)
            if held > promised.length:
                raise Refused("upload_too_long", length=promised.length)
            self._count(device, len(content))
            self._files.append(name, content)
            headers = {"Upload-Offset": str(held)} | _expiry(promised)
            if held == promised.length:
                headers[VERSION_HEADER] = str(self._finish(device, name, promised))
        return _said(204, headers)

    def _count(self, device: Device, size: int) -> None:
        """Of all that a station brings, be it kept in the end or not."""
        store, now = self._door.store, self._door.clock()
        with quotas.telling(store, device, now), store.database.write() as session:
            quotas.spend(session, store.settings.quotas, device, quotas.Allowance.PHOTOS, size, now)

    def drop(self, device: Device, name: str) -> Response:
        self._files.standing(device.id, name, self._door.clock())
        self._files.drop(name)
        return _said(204, {})

    def _finish(self, device: Device, name: str, promised: Promised) -> int:
        try:
            versions, version = blobs.take_in(
                self._door.store, device, promised, self._files.bytes_of(name), self._door.clock()
            )
        except Refused:
            self._files.drop(name)
            raise
        self._files.drop(name)
        self._door.pokes.moved(versions, device.id)
        return version


def routes(door: Door) -> APIRouter:
    """`/v1/blobs`, `/v1/blobs/by-hash/{sha256}`, `/v1/blobs/uploads/{name}`."""
    router = APIRouter(prefix=UPLOADS_PATH)
    arrivals = _Arrivals(door)
    _beginnings(router, door, arrivals)

    @router.head("/uploads/{name}")
    def standing(name: str, authorization: Bearer = "") -> Response:
        return arrivals.standing(door.device(authorization), name)

    @router.patch("/uploads/{name}")
    def grow(
        name: str,
        body: Body,
        offset: Offset = -1,
        proof: Checksum = "",
        content_type: ContentType = "",
        authorization: Bearer = "",
    ) -> Response:
        device = door.device(authorization)
        if content_type != CHUNK_TYPE:
            raise Refused("upload_unreadable")
        if proof and proof != checksum(body):
            raise Refused("piece_altered")
        return arrivals.grow(device, name, offset, body)

    @router.delete("/uploads/{name}")
    def drop(name: str, authorization: Bearer = "") -> Response:
        return arrivals.drop(door.device(authorization), name)

    return router


def _beginnings(router: APIRouter, door: Door, arrivals: _Arrivals) -> None:
    @router.options("")
    def abilities() -> Response:
        limit = str(door.store.settings.max_blob_bytes)
        able = {"Tus-Extension": EXTENSIONS, "Tus-Checksum-Algorithm": "sha256", "Tus-Max-Size": limit}
        return _said(204, {"Tus-Version": TUS_VERSION} | able)

    @router.head("/by-hash/{sha256}")
    def known(sha256: str, authorization: Bearer = "") -> Response:
        return arrivals.known(door.device(authorization), sha256)

    @router.post("")
    def begin(length: Length = 0, metadata: Metadata = "", authorization: Bearer = "") -> Response:
        return arrivals.begin(door.device(authorization), length, metadata)


def _said(status: int, headers: dict[str, str]) -> Response:
    return Response(status_code=status, headers={"Tus-Resumable": TUS_VERSION} | headers)


def _expiry(promised: Promised) -> dict[str, str]:
    return {"Upload-Expires": promised.expires_at.strftime(_DATE)}
