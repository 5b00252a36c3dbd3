"""What the screens say is all translated, in French as it is printed, and ships as it was written."""

import ast
import importlib.util
import re
import shutil
import string
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "desktop" / "resources" / "translations"
LANGUAGES = ("fr", "en")
# Each rule of French printing: what breaks it, and an example that does.
RULES = {
    "a no-break space before a colon": (r"(?<!\u00a0):(?!\d)", "Reste :"),
    "a narrow no-break space before the other double signs": (
        r"(?<![\u202f?!])(?<!«\u00a0)[;?!]",
        "Qui ?",
    ),
    "no-break spaces inside quotation marks": (r"«(?!\u00a0)|(?<!\u00a0)»", "« oui »"),
    "a curved apostrophe": (r"'", "l'avis"),
    "French quotation marks": (r"[\"“”]", '"oui"'),
    "an ellipsis of one sign": (r"\.\.\.", "Un instant..."),
    "a number beside its sign": (r"[nN]° ", "n° 1"),
    "one space at a time": (r"[ \u00a0\u202f]{2}", "un  mot"),
    "tied letters": (r"(?i)\boeil|coeur|soeur|oeuvre", "L’oeil"),
    "accents on capitals": (r"\b(?:A\b|E(?:chap|cheance|cran|cri|lectri|ta[pt]))", "A payer"),
}
SAME_IN_BOTH = {"OK", "abc", "éàç", "123", "Alt", "Ctrl", "Date", "Photo {number}", "Quittance"}


@dataclass(frozen=True)
class Message:
    """One literal of a screen, and what it becomes: two forms for a plural."""

    context: str
    source: str
    plural: bool
    forms: tuple[str, ...]
    unfinished: bool

    @property
    def key(self) -> tuple[str, str, bool]:
        return self.context, self.source, self.plural


def _messages(file: Path) -> Iterator[Message]:
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            plural = message.get("numerus") == "yes"
            forms = [form.text or "" for form in translation.findall("numerusform")]
            yield Message(
                context=context.findtext("name", ""),
                source=message.findtext("source", ""),
                plural=plural,
                forms=tuple(forms if plural else [translation.text or ""]),
                unfinished=translation.get("type") == "unfinished",
            )


def _kept(language: str, folder: Path = FOLDER) -> list[Message]:
    return list(_messages(folder / f"guichet_{language}.ts"))


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def fresh(tool: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the translations, collected from the screens and built a moment ago."""
    folder = tmp_path_factory.mktemp("translations")
    for language in LANGUAGES:
        shutil.copy(FOLDER / f"guichet_{language}.ts", folder)
    tool.collect(folder)
    tool.build(folder)
    return folder


def _said_by_screens() -> Iterator[tuple[Path, ast.Call, ast.expr]]:
    """Each call of `tr`, `translate` and `Words`, with the expression that should be its literal."""
    for path in sorted((ROOT / "desktop" / "views").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name == "tr" and node.args:
                yield path, node, node.args[0]
            elif name == "translate" and node.args and not isinstance(node.args[0], ast.Constant | ast.Name):
                continue  # a painter moves its origin
            elif (name == "translate" and len(node.args) > 1 and _is_text(node.args[0])) or name == "Words":
                yield path, node, node.args[1]


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _placeholders(words: str) -> set[str]:
    named = {f"{{{name}}}" for _, name, _, _ in string.Formatter().parse(words) if name is not None}
    return named | set(re.findall(r"%n|%\d", words)) | ({"&"} if re.search(r"&\w", words) else set())


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_hold_what_the_screens_say_and_nothing_else(language: str, fresh: Path) -> None:
    kept = {message.key for message in _kept(language)}
    said = {message.key for message in _kept(language, fresh)}
    assert kept == said, "run packaging/translations.py, then fill in what is new"


def test_every_literal_of_a_screen_reaches_the_translators() -> None:
    known = {message.source for message in _kept("fr")}
    lost = []
    for path, call, words in _said_by_screens():
        if not _is_text(words) or ast.literal_eval(words) not in known:
            lost.append(f"{path.relative_to(ROOT)}:{call.lineno}: {ast.unparse(words)}")
    assert lost == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_waits_for_its_translation(language: str) -> None:
    waiting = [m for m in _kept(language) if m.unfinished or not all(m.forms)]
    assert waiting == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_in_a_sentence_has_its_singular_and_its_plural(language: str) -> None:
    wrong = [m for m in _kept(language) if ("%n" in m.source) != m.plural or len(m.forms) != 1 + m.plural]
    assert wrong == [], "lupdate sees a plural only in self.tr(…, '', n)"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_places_of_what_is_filled_in(language: str) -> None:
    wrong = [
        (m.source, form)
        for m in _kept(language)
        for form in m.forms
        if _placeholders(form) != _placeholders(m.source)
    ]
    assert wrong == []


def test_a_translation_keeps_the_spaces_around_it() -> None:
    def edges(words: str) -> tuple[bool, bool]:
        return words != words.lstrip(), words != words.rstrip()

    assert [m.source for m in _kept("fr") for form in m.forms if edges(form) != edges(m.source)] == []


@pytest.mark.parametrize("rule", RULES)
def test_french_is_set_as_a_printer_would(rule: str) -> None:
    wrong, slip = RULES[rule]
    assert re.search(wrong, slip), "the rule itself sees nothing"
    assert [form for m in _kept("fr") for form in m.forms if re.search(wrong, form)] == []


def test_nothing_is_left_in_english() -> None:
    same = {m.source for m in _kept("fr") if re.sub(r"[\u00a0\u202f]", " ", m.forms[0]) == m.source}
    assert {
        words for words in same if re.search(r"[a-zA-Z]{2}", re.sub(r"\{\w+\}", "", words))
    } <= SAME_IN_BOTH


def test_words_that_another_word_replaced_do_not_come_back() -> None:
    replaced = re.compile(r"(?i)\b(huissier|caution|TPE|terminal|login|code PIN|cliquez|serveur distant)\b")
    assert [form for m in _kept("fr") for form in m.forms if replaced.search(form)] == []


def test_french_raises_its_voice_only_where_the_screen_does() -> None:
    assert [form for m in _kept("fr") for form in m.forms if "!" in form and "!" not in m.source] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_built_translations_are_those_that_ship(language: str, fresh: Path) -> None:
    name = f"guichet_{language}.qm"
    assert (FOLDER / name).read_bytes() == (fresh / name).read_bytes()


def test_the_program_reads_french_with_its_plurals() -> None:
    french = QTranslator()
    assert french.load(str(FOLDER / "guichet_fr.qm"))
    assert french.translate("WelcomeView", "Welcome") == "Bienvenue"
    one, many = (french.translate("SearchView", "%n lease(s)", "", n) for n in (1, 2))
    assert (one, many) == ("%n\u00a0contrat", "%n\u00a0contrats")
