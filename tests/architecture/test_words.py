"""README's glossary tells the truth: its names are in the tree, and every feature has its word."""

import ast
import re
from collections.abc import Iterator

import pytest

from desktop.models.everything import synced_tables
from desktop.rules.receipt_gate import PaperKind
from desktop.services.catalogue import CATALOGUE
from tests.architecture.sources import DESKTOP, ROOT, modules, tree

ITEM = re.compile(
    r"^- \*\*(?P<term>[^*]+)\*\* \(\*(?P<french>[^*]+)\*\): (?P<says>.+?)(?=^- |^#|\Z)", re.M | re.S
)
NAMED = re.compile(r"`([^`]+)`")
WORDLESS = {PaperKind.RENT_NOTICE, PaperKind.PAYMENT_RECEIPT_UNCLEARED}
"""A demand is no paper of ours, and the reserve is said by the payment receipt itself."""


def glossary(readme: str) -> dict[str, list[str]]:
    """Term → the names it says to look for, from the part below the heading *Glossary*."""
    section = re.search(r"^## Glossary\n(.*?)(?=^## |\Z)", readme, flags=re.M | re.S)
    items = ITEM.finditer(section[1]) if section is not None else ()
    return {item["term"]: NAMED.findall(item["says"]) for item in items}


def words() -> dict[str, list[str]]:
    """The glossary of this project."""
    return glossary((ROOT / "README.md").read_text("utf-8"))


def names_in_the_tree() -> set[str]:
    """Every folder, file and class of `desktop`, every kind of command and what it is about."""
    found: set[str] = set(synced_tables())
    for path in modules(at_least=100):
        found |= {path.stem, *path.relative_to(DESKTOP).parent.parts}
        found |= {node.name for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef)}
    found |= {path.name for path in (DESKTOP / "resources").iterdir()}
    kinds = {entry.kind for entry in CATALOGUE.values()}
    return found | kinds | {kind.partition(".")[0] for kind in kinds}


def features() -> Iterator[str]:
    """What must have its word: folders of features, entities, what commands are about, papers."""
    for package in ("services", "documents", "views/kiosk", "views/counter"):
        yield from (path.parent.name for path in sorted((DESKTOP / package).glob("*/__init__.py")))
    yield from synced_tables()
    yield from (entry.kind.partition(".")[0] for entry in CATALOGUE.values())
    yield from (kind.value for kind in PaperKind if kind not in WORDLESS)
    yield from (path.stem for path in sorted((DESKTOP / "documents").glob("*_s*.py")))


def gone(told: dict[str, list[str]], known: set[str]) -> dict[str, list[str]]:
    """By term, the names that are nowhere."""
    return {term: lost for term, names in told.items() if (lost := [n for n in names if n not in known])}


def wordless(named: set[str]) -> list[str]:
    """The features that none of these names is of."""
    return sorted(set(features()) - named)


def test_every_name_of_the_glossary_is_in_the_tree() -> None:
    told = words()
    assert len(told) >= 40
    assert gone(told, names_in_the_tree()) == {}, (
        "README's glossary names what is not there: write the name it has now"
    )


def test_every_term_says_where_to_look_and_names_no_path() -> None:
    told = words()
    assert [term for term, names in told.items() if not names] == []
    assert [(term, name) for term, names in told.items() for name in names if "/" in name] == []


def test_every_feature_has_its_word() -> None:
    named = {name for names in words().values() for name in names}
    assert wordless(named) == [], "say in README's glossary what it is, what it is not, and its French"


@pytest.mark.parametrize(
    ("item", "found"),
    [
        (
            "- **visit** (*passage*): one person.\n  *Not* a shift. `visit`, `home`\n",
            {"visit": ["visit", "home"]},
        ),
        ("- **visit**: without its French. `visit`\n", {}),
        ("- **a** (*b*): one. `c`\n- **d** (*e*): two. `f`\n\n### More\n", {"a": ["c"], "d": ["f"]}),
    ],
)
def test_the_glossary_is_read_as_people_see_it(item: str, found: dict[str, list[str]]) -> None:
    around = "# G\n- **no** (*non*): above. `x`\n## Glossary\n", "## Next\n- **n** (*n*): below. `y`\n"
    assert glossary(around[0] + item + around[1]) == found


def test_a_name_that_is_gone_and_a_feature_without_a_word_are_seen() -> None:
    assert gone({"payment": ["payments", "payment_words"]}, {"payments"}) == {"payment": ["payment_words"]}
    some = {
        "payments",
        "rent",
        "pay",
        "activation",
        "ledger_entry",
        "charge",
        "rent_receipt",
        "visit_summary",
    }
    assert some <= set(wordless(set()))
    assert not {"charge", "pay"} & set(wordless({"charge", "pay"}))
