"""Collects what the screens say into `.ts` files, keeps what was translated, and builds the `.qm` files.

`translations.py` brings both up to date; `translations.py --fill LANGUAGE FILE.json` also fills in what is
missing from a JSON object of English to that language, «one|many» for a plural. Qt's own tools do the work;
they come with PySide6.
"""

import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "desktop" / "resources" / "translations"
LANGUAGES = {"fr": "fr_FR", "en": "en_GB"}
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def collect(folder: Path = FOLDER) -> None:
    """Merges the literals of the screens into the `.ts` files of `folder`; what they no longer say goes."""
    sources = sorted(str(path) for path in (ROOT / "desktop" / "views").rglob("*.py"))
    for language, locale in LANGUAGES.items():
        target = folder / f"guichet_{language}.ts"
        options = ["-no-obsolete", "-locations", "none"]
        options += ["-tr-function-alias", "translate+=Words"]  # what a screen calls itself, in its screen.py
        options += ["-source-language", "en_GB", "-target-language", locale]
        if language == "en":
            options.append("-pluralonly")  # the rest is English already
        _run("pyside6-lupdate", *options, *sources, "-ts", str(target))


def fill(words: dict[str, str], target: Path) -> list[str]:
    """Fills unfinished messages of `target` from `words`; returns the sources still without translation."""
    tree = ET.parse(target)  # our own file
    missing = []
    for message in tree.iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        if translation is None or translation.get("type") != "unfinished":
            continue
        french = words.get(source)
        if french is None:
            missing.append(source)
            continue
        _set(message, translation, french)
    target.write_text(HEAD + ET.tostring(tree.getroot(), encoding="unicode") + "\n", encoding="utf-8")
    return missing


def _set(message: ET.Element, translation: ET.Element, words: str) -> None:
    del translation.attrib["type"]
    if message.get("numerus") != "yes":
        translation.text = words
        return
    # «one|many»: French and English each have two forms.
    for form, text in zip(translation.findall("numerusform"), words.split("|"), strict=True):
        form.text = text


def build(folder: Path = FOLDER) -> None:
    """Compiles each `.ts` of `folder` into the `.qm` that the program loads.

    Each is put in place whole: a program that is running has the old one mapped into its memory.
    """
    for language in LANGUAGES:
        fresh = folder / f"guichet_{language}.new"
        _run("pyside6-lrelease", "-silent", str(folder / f"guichet_{language}.ts"), "-qm", str(fresh))
        fresh.replace(folder / f"guichet_{language}.qm")


def _run(tool: str, *arguments: str) -> None:
    program = Path(sys.executable).with_name(tool)
    subprocess.run([str(program), *arguments], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    collect()
    if sys.argv[1:2] == ["--fill"]:
        language, file = sys.argv[2:]
        left = fill(json.loads(Path(file).read_text(encoding="utf-8")), FOLDER / f"guichet_{language}.ts")
        print(json.dumps(left, ensure_ascii=False, indent=1))
    build()
