"""What people write in files is read as their editors save it, or refused with the reason."""

import os
from pathlib import Path

import msgspec
import pytest

from desktop.written import LONGEST, Unreadable, read_line, read_toml, read_written

WORDS = "Trois petits Canards, l’été !"
SAVED = {
    "utf-8": WORDS.encode(),
    "utf-8 with a mark": WORDS.encode("utf-8-sig"),
    "utf-16 of Notepad": WORDS.encode("utf-16"),
    "utf-16 the other way": b"\xfe\xff" + WORDS.encode("utf-16-be"),
    "utf-32": WORDS.encode("utf-32"),
}
ENDS = {
    "nothing": "",
    "line": "\n",
    "lines of Windows": "\r\n\r\n",
    "old Mac": "\r",
    "space": " ",
    "tab": "\t\r\n",
}


class Device(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    port: int = 1


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    device: Device
    host: str = ""


def reason(path: Path) -> str:
    with pytest.raises(Unreadable) as refusal:
        read_toml(path, Settings)
    return refusal.value.reason


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("saved", SAVED)
def test_a_secret_is_what_was_typed_however_the_editor_saved_it(tmp_path: Path, saved: str, end: str) -> None:
    encoding = {"utf-16 the other way": "utf-16-be", "utf-16 of Notepad": "utf-16-le", "utf-32": "utf-32-le"}
    file = tmp_path / "password"
    file.write_bytes(SAVED[saved] + ENDS[end].encode(encoding.get(saved, "utf-8")))
    assert read_line(file) == WORDS


@pytest.mark.parametrize("saved", SAVED)
def test_lines_are_lines_however_they_end(tmp_path: Path, saved: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(SAVED[saved].replace(b"!", b""))
    for end in ("\n", "\r\n", "\r"):
        file.write_bytes(f"host = 'é'{end}[device]{end}name = 'n'{end}".encode("utf-16"))
        assert read_toml(file, Settings) == Settings(Device("n"), "é")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("été".encode("cp1252"), "line 1 is not in UTF-8: save it as UTF-8"),
        (b"one\ntwo\n\xe9", "line 3 is not in UTF-8"),
        ("été".encode("mac-roman"), "line 1 is not in UTF-8"),
        ("secret".encode("utf-16-le"), "it holds no text, or not in UTF-8"),
        ("é".encode("utf-16")[:-1], "line 1 is not in UTF-8"),
        (b"", "it is empty"),
        (b"\xef\xbb\xbf\r\n", "it is empty"),
        (b"one\r\ntwo", "it holds several lines"),
        (b"x" * (LONGEST + 1), "it is longer than anybody writes"),
    ],
)
def test_what_cannot_be_read_for_certain_is_refused_with_the_reason(
    tmp_path: Path, content: bytes, why: str
) -> None:
    file = tmp_path / "password"
    file.write_bytes(content)
    with pytest.raises(Unreadable) as refusal:
        read_line(file)
    assert refusal.value.reason.startswith(why)


def test_what_is_no_file_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place, why in (
        (tmp_path / "pipe", "plain file"),
        (tmp_path, ""),
        (tmp_path / "none", "no such file"),
    ):
        with pytest.raises(Unreadable) as refusal:
            read_written(place)
        assert why in refusal.value.reason


MISTAKES = {
    "host": "line 1: a = is missing",
    "host =": "line 1 (host): what follows the = is no value",
    "host = “central”": "line 1 (host): what follows the = is no value: text stands between straight quotes",
    "\nhost = 'a": "line 2 (host): the text does not end",
    'host = "a\nx = 1': "line 1 (host): the text does not end",
    'host = "C:\\Users\\Claire"': 'line 1 (host): a \\ in a text between "quotes"',
    'host = "\\\\server\\d"': 'line 1 (host): a \\ in a text between "quotes"',
    "host = 'a'\r\nhost = 'b'": "line 2 (host): it says twice",
    "[device]\nname = 'a'\n[device]": "line 3: it says twice",
    "host = 'a' 'b'": "line 1 (host): something follows",
    "[device]\nname = [1,": "line 2 (name): what follows the = is no value",
    "host = 'a'": "it does not say device",
    "[device]": "it does not say name in [device]",
    "[device]\nname = 1": "device.name is a whole number, and should be text between quotes",
    "[device]\nname = ''\nport = '8888'": "device.port is text between quotes, and should be a whole number",
    "hosts = ''\n[device]\nname = ''": "hosts is no word it has",
    "\N{REPLACEMENT CHARACTER} = 1": "line 1: it cannot be understood",
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_named_with_its_line_and_what_is_wrong_there(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text, encoding="utf-8", newline="")
    assert reason(file).startswith(MISTAKES[text])


def test_no_secret_of_a_file_is_quoted(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    for line in ("host = hunter2", "host = 'hunter2' hunter2", 'host = "hunter2'):
        file.write_text(line, encoding="utf-8")
        assert "hunter2" not in reason(file)
