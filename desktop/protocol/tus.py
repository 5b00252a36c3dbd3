"""The words of tus 1.0, the protocol in which files travel: headers, metadata and checksums."""

import base64
import hashlib

TUS_VERSION = "1.0.0"
EXTENSIONS = "creation,termination,checksum,expiration"
CHUNK_TYPE = "application/offset+octet-stream"
UPLOADS_PATH = "/v1/blobs"
VERSION_HEADER = "Sync-Version"
"""Names the version of the agency from which on a backup of central holds the file."""


def by_hash(sha256: str) -> str:
    """Where one asks whether central already has a file from this agency."""
    return f"{UPLOADS_PATH}/by-hash/{sha256}"


def write_metadata(values: dict[str, str]) -> str:
    return ",".join(f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in values.items())


def read_metadata(header: str) -> dict[str, str]:
    """What `Upload-Metadata` says. Raises ValueError when it is not written as tus asks."""
    found = {}
    for pair in filter(None, header.split(",")):
        name, _, value = pair.strip().partition(" ")
        found[name] = base64.b64decode(value, validate=True).decode()
    return found


def checksum(content: bytes) -> str:
    """The value of `Upload-Checksum` for one piece."""
    return f"sha256 {base64.b64encode(hashlib.sha256(content).digest()).decode()}"
