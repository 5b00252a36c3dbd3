"""Each paper is declared once and whole, and drawn by code that nothing else waits for."""

import ast
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.documents.language.wording import Wording
from desktop.services.papers import code_slips, doubt_slips, payment_papers, rent_papers
from desktop.services.papers.printable import Copies, PaperLayout, Printable
from desktop.services.papers.registry import by_record, printables
from tests.unit.documents import papers, reading, samples

ROOT = Path(__file__).parents[3] / "desktop"
SAMPLES: dict[str, Callable[[], Any]] = {
    "payment_receipt": samples.payment,
    "rent_receipt": samples.rent,
    "activation_slip": samples.slip,
    "doubt_slip": samples.visit,
} | papers.SAMPLES
PAPERS = tuple(printables().values())
BOTH_WAYS = [(paper, layout) for paper in PAPERS for layout in sorted(paper.layouts)]


def undeclared(drawing: Path, declaring: Path) -> list[str]:
    """The functions of `drawing` that make a PDF and that no declaration draws with."""
    drawn = {
        node.name: path.name
        for path in sorted(drawing.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.endswith("_pdf")
    }
    declared = "\n".join(path.read_text(encoding="utf-8") for path in declaring.glob("*.py"))
    return [
        f"{path}: {name} draws a paper that no PAPER in desktop/services/papers declares"
        for name, path in drawn.items()
        if f"return {name}(" not in declared
    ]


def test_every_paper_is_found() -> None:
    known = {paper.PAPER.name for paper in (payment_papers, rent_papers, code_slips, doubt_slips)}
    assert known <= {paper.name for paper in PAPERS}
    assert {paper.name for paper in PAPERS} == SAMPLES.keys(), (
        "give the new paper a sample: a file in tests/unit/documents/papers"
    )


def test_every_paper_that_is_drawn_is_declared() -> None:
    assert undeclared(ROOT / "documents", ROOT / "services" / "papers") == []


def test_a_drawing_without_a_declaration_is_named(tmp_path: Path) -> None:
    (tmp_path / "certificate.py").write_text("def certificate_pdf(facts): ...\n", encoding="utf-8")
    (said,) = undeclared(tmp_path, ROOT / "services" / "papers")
    assert said.startswith("certificate.py: certificate_pdf")


@pytest.mark.parametrize("word", sorted(Printable.__dataclass_fields__))
def test_leaving_a_word_out_declares_nothing(word: str) -> None:
    said = {name: getattr(rent_papers.PAPER, name) for name in Printable.__dataclass_fields__}
    del said[word]
    with pytest.raises(TypeError, match=word):
        Printable(**said)


@pytest.mark.parametrize("empty", [{"name": ""}, {"layouts": frozenset()}, {"by": {}}])
def test_an_empty_word_declares_nothing(empty: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=f"not declared whole: {next(iter(empty))}"):
        replace(rent_papers.PAPER, **empty)


def test_two_papers_of_one_name_or_one_record_are_refused() -> None:
    for twin in (rent_papers.PAPER, replace(rent_papers.PAPER, asked=str)):
        with pytest.raises(ValueError, match="called alike"):
            by_record([rent_papers.PAPER, twin])


@pytest.mark.parametrize(("paper", "layout"), BOTH_WAYS, ids=lambda each: getattr(each, "name", each))
def test_each_paper_is_drawn_in_each_of_its_layouts(paper: Printable[Any, Any], layout: PaperLayout) -> None:
    facts = SAMPLES[paper.name]()
    assert len(reading.text(paper.draw(facts, Wording("fr"), layout))) > 200
    if paper.copies is Copies.MARKED:
        copy = replace(facts, duplicate=samples.COPY)
        assert "DUPLICATA" in reading.text(paper.draw(copy, Wording("fr"), layout))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda each: each.name)
def test_a_seal_proves_which_paper_of_which_lease_and_how_much(paper: Printable[Any, Any]) -> None:
    if paper.seal is None:
        assert not hasattr(SAMPLES[paper.name](), "seal")
    else:
        facts = SAMPLES[paper.name]()
        of_money = any("cents" in word for word in facts.__dataclass_fields__)
        wanted = {"number", "lease", "cents"} if of_money else {"number", "lease"}
        assert wanted <= paper.seal(facts).keys()
