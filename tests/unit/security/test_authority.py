"""The landlord's authority is read as it comes, and what is none is refused with the reason."""

from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from desktop.errors import Invalid
from desktop.security.authority import read_authority
from tests.certificates import own_authority

FOREWORD = b"\xef\xbb\xbf# Habitat 62, autorit\xc3\xa9 racine\r\n"


@pytest.fixture
def authority(tmp_path: Path) -> tuple[bytes, bytes]:
    """Its certificate and its key, in PEM."""
    certificate, key = own_authority(tmp_path)
    return certificate.read_bytes(), key.read_bytes()


def test_it_is_read_however_it_was_saved(tmp_path: Path, authority: tuple[bytes, bytes]) -> None:
    pem, _ = authority
    der = x509.load_pem_x509_certificate(pem).public_bytes(Encoding.DER)
    for content in (pem, der, pem.replace(b"\n", b"\r\n"), FOREWORD + pem, b"\xef\xbb\xbf" + pem):
        (tmp_path / "given.cer").write_bytes(content)
        assert read_authority(tmp_path / "given.cer") == pem


def test_a_key_beside_it_is_not_copied(tmp_path: Path, authority: tuple[bytes, bytes]) -> None:
    (tmp_path / "both.pem").write_bytes(authority[1] + authority[0] + authority[0])
    assert read_authority(tmp_path / "both.pem") == authority[0] * 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it holds no certificate"),
        (b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "it holds no certificate"),
        ("habitat".encode("utf-16"), "it holds no certificate"),
    ],
)
def test_what_is_no_certificate_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "given").write_bytes(content)
    assert why(tmp_path / "given") == reason


def test_a_key_a_folder_and_nothing_are_refused(tmp_path: Path, authority: tuple[bytes, bytes]) -> None:
    assert why(tmp_path / "key.pem") == "it holds a key and no certificate"
    assert why(tmp_path) == "not a plain file"
    assert why(tmp_path / "none.pem") == "no such file or directory"


def why(file: Path) -> str:
    with pytest.raises(Invalid, match="authority_unreadable") as refusal:
        read_authority(file)
    return str(refusal.value.facts["reason"])
