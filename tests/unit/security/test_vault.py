"""The secrets of a folder at rest."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from desktop.errors import NotAllowed, Refused, StoreDamaged
from desktop.security.desktop_ring import Ring
from desktop.security.master_key import CREDENTIAL, KEY_FILE
from desktop.security.vault import SECRETS, VAULT_FILE, Vault


class PaperRing:
    """A keyring that keeps what it is told, or nothing when locked."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.locked = False

    def read(self, name: str) -> str | None:
        return None if self.locked else self.kept.get(name)

    def keep(self, name: str, secret: str) -> bool:
        if not self.locked:
            self.kept[name] = secret
        return not self.locked


def no_ring() -> Ring | None:
    return None


def never_asked() -> Ring | None:
    raise AssertionError("the keyring was asked although the key was at hand")


def made(folder: Path, environment: Mapping[str, str] = {}, ring: Ring | None = None) -> Vault:
    return Vault.create(folder, environment=environment, find_ring=lambda: ring)


def opened(folder: Path, environment: Mapping[str, str] = {}, ring: Ring | None = None) -> Vault:
    return Vault.open(folder, environment=environment, find_ring=lambda: ring)


def secrets(vault: Vault) -> dict[str, bytes]:
    return {name: vault.secret(name) for name in SECRETS}


def credential(folder: Path, content: bytes) -> dict[str, str]:
    place = folder / "credentials"
    place.mkdir(exist_ok=True)
    (place / CREDENTIAL).write_bytes(content)
    return {"CREDENTIALS_DIRECTORY": str(place)}


def test_a_vault_gives_back_its_secrets_and_each_is_another(tmp_path: Path) -> None:
    vault = made(tmp_path / "new" / "station")
    again = opened(tmp_path / "new" / "station")
    assert secrets(again) == secrets(vault)
    assert len(set(secrets(vault).values())) == len(SECRETS)
    assert {len(secret) for secret in secrets(vault).values()} == {32}
    assert (again.journal_key, again.cache_key, again.device_key, again.pepper, again.token_secret) == tuple(
        secrets(vault).values()
    )


def test_no_secret_shows_on_the_disk_or_in_a_log(tmp_path: Path) -> None:
    vault = made(tmp_path)
    written = (tmp_path / VAULT_FILE).read_bytes()
    for secret in secrets(vault).values():
        assert secret not in written
        assert secret.hex() not in repr(vault)


def test_a_key_in_a_file_is_said_loudly(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    made(tmp_path)
    assert "KEY IS IN A FILE" in caplog.text
    caplog.clear()
    opened(tmp_path)
    assert "KEY IS IN A FILE" in caplog.text


def test_a_keyring_is_used_before_a_file(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    ring = PaperRing()
    vault = made(tmp_path, ring=ring)
    assert not (tmp_path / KEY_FILE).exists()
    assert secrets(opened(tmp_path, ring=ring)) == secrets(vault)
    assert not caplog.records


def test_two_vaults_share_a_keyring(tmp_path: Path) -> None:
    ring = PaperRing()
    one, two = made(tmp_path / "1", ring=ring), made(tmp_path / "2", ring=ring)
    assert secrets(opened(tmp_path / "1", ring=ring)) == secrets(one)
    assert secrets(opened(tmp_path / "2", ring=ring)) == secrets(two)


def test_a_keyring_that_refuses_leaves_the_file(tmp_path: Path) -> None:
    ring = PaperRing()
    ring.locked = True
    vault = made(tmp_path, ring=ring)
    assert (tmp_path / KEY_FILE).exists()
    assert secrets(opened(tmp_path)) == secrets(vault)


@pytest.mark.parametrize("content", [b"k" * 32, b"6b" * 32, b" " + b"6B" * 32 + b"\n"])
def test_a_credential_of_the_service_comes_first(tmp_path: Path, content: bytes) -> None:
    environment = credential(tmp_path, content)
    vault = Vault.create(tmp_path, environment=environment, find_ring=never_asked)
    again = Vault.open(tmp_path, environment=environment, find_ring=never_asked)
    assert secrets(again) == secrets(vault)
    assert not (tmp_path / KEY_FILE).exists()


def test_the_keyring_is_not_asked_when_the_file_has_the_key(tmp_path: Path) -> None:
    vault = made(tmp_path)
    assert secrets(Vault.open(tmp_path, environment={}, find_ring=never_asked)) == secrets(vault)


def test_a_key_file_still_opens_after_a_credential_of_another_vault_appeared(tmp_path: Path) -> None:
    vault = made(tmp_path)
    assert secrets(opened(tmp_path, credential(tmp_path, b"k" * 32))) == secrets(vault)


@pytest.mark.parametrize("content", [b"", b"k" * 31, b"zz" * 32, b"6b" * 31, b"\xff" * 40])
def test_a_damaged_credential_says_so(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(StoreDamaged, match="credential_damaged"):
        made(tmp_path, credential(tmp_path, content))
    assert not Vault.exists(tmp_path)


def test_a_service_without_our_credential_uses_the_next_place(tmp_path: Path) -> None:
    environment = {"CREDENTIALS_DIRECTORY": str(tmp_path / "empty")}
    vault = made(tmp_path, environment)
    assert (tmp_path / KEY_FILE).exists()
    assert secrets(opened(tmp_path, environment)) == secrets(vault)


def test_a_credential_that_cannot_be_read_is_never_passed_over(tmp_path: Path) -> None:
    (tmp_path / "credentials" / CREDENTIAL).mkdir(parents=True)
    with pytest.raises(StoreDamaged, match="credential_damaged"):
        made(tmp_path, {"CREDENTIALS_DIRECTORY": str(tmp_path / "credentials")})


def test_of_two_creations_at_once_one_wins(tmp_path: Path) -> None:
    winner: list[Vault] = []

    def another_is_faster() -> Ring | None:
        if not winner:
            winner.append(made(tmp_path))
        return None

    with pytest.raises(Refused, match="vault_exists"):
        Vault.create(tmp_path, environment={}, find_ring=another_is_faster)
    assert secrets(opened(tmp_path)) == secrets(winner[0])


def test_a_lost_key_file_says_so(tmp_path: Path) -> None:
    made(tmp_path)
    (tmp_path / KEY_FILE).unlink()
    with pytest.raises(StoreDamaged, match="vault_key_lost"):
        opened(tmp_path)


def test_a_lost_keyring_entry_says_so(tmp_path: Path) -> None:
    ring = PaperRing()
    made(tmp_path, ring=ring)
    ring.kept.clear()
    with pytest.raises(StoreDamaged, match="vault_key_lost"):
        opened(tmp_path, ring=ring)


def test_the_key_of_another_vault_says_so(tmp_path: Path) -> None:
    made(tmp_path / "1")
    made(tmp_path / "2")
    (tmp_path / "1" / KEY_FILE).replace(tmp_path / "2" / KEY_FILE)
    with pytest.raises(StoreDamaged, match="vault_key_of_another"):
        opened(tmp_path / "2")


def test_a_cut_key_file_says_so(tmp_path: Path) -> None:
    made(tmp_path)
    (tmp_path / KEY_FILE).write_bytes(b"short")
    with pytest.raises(StoreDamaged, match="key_file_damaged"):
        opened(tmp_path)


def test_a_flipped_bit_anywhere_is_noticed(tmp_path: Path) -> None:
    made(tmp_path)
    path = tmp_path / VAULT_FILE
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(StoreDamaged):
            opened(tmp_path)


@pytest.mark.parametrize("size", [0, 10, 52, 60, 100])
def test_a_vault_cut_short_is_noticed(tmp_path: Path, size: int) -> None:
    made(tmp_path)
    path = tmp_path / VAULT_FILE
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(StoreDamaged, match="vault_damaged"):
        opened(tmp_path)


def test_a_missing_vault_says_so(tmp_path: Path) -> None:
    assert not Vault.exists(tmp_path)
    with pytest.raises(StoreDamaged, match="vault_missing"):
        opened(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
@pytest.mark.parametrize("name", [VAULT_FILE, KEY_FILE])
def test_files_open_to_others_are_refused(tmp_path: Path, name: str) -> None:
    made(tmp_path)
    (tmp_path / name).chmod(0o644)
    with pytest.raises(NotAllowed, match="file_open_to_others") as refusal:
        opened(tmp_path)
    assert refusal.value.facts["file"] == name


def test_a_second_vault_never_replaces_the_first(tmp_path: Path) -> None:
    vault = made(tmp_path)
    with pytest.raises(Refused, match="vault_exists"):
        made(tmp_path)
    assert secrets(opened(tmp_path)) == secrets(vault)


def test_a_creation_cut_after_its_key_is_taken_up_again(tmp_path: Path) -> None:
    made(tmp_path)
    key = (tmp_path / KEY_FILE).read_bytes()
    (tmp_path / VAULT_FILE).unlink()
    made(tmp_path)
    assert (tmp_path / KEY_FILE).read_bytes() == key
    assert opened(tmp_path)


def test_a_renewed_secret_is_another_and_the_rest_stay(tmp_path: Path) -> None:
    vault = made(tmp_path)
    before = secrets(vault)
    fresh = vault.renew("cache_key")
    assert fresh == vault.cache_key != before["cache_key"]
    assert secrets(opened(tmp_path)) == secrets(vault) == before | {"cache_key": fresh}


def test_a_secret_nobody_made_is_missing(tmp_path: Path) -> None:
    with pytest.raises(StoreDamaged, match="vault_secret_missing"):
        made(tmp_path).secret("another")
