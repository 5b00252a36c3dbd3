"""Papers at the kiosk: what may be printed, why not, and the word « duplicata »."""

from dataclasses import replace

import pytest

from desktop.hardware.printer import NullPrinter, PrintDetail, PrintOutcome, PrintResult
from desktop.views.kiosk.kit.printing import PaperProgress
from desktop.views.kiosk.papers.presenter import PapersPresenter
from tests.unit.documents import reading
from tests.unit.views.kiosk.conftest import Companion, Opened
from tests.views.kiosk.kit import Hall


@pytest.fixture
def papers(visitor: Companion, opened: Opened) -> PapersPresenter:
    return opened(PapersPresenter)


def choose(papers: PapersPresenter, period: str) -> None:
    papers.chosen(next(paper for paper in papers.state.papers if paper.period == period))


def test_the_gate_decides_which_month_may_be_printed(papers: PapersPresenter) -> None:
    allowed = {paper.period: (paper.allowed, paper.reason_code) for paper in papers.state.papers}
    assert allowed == {
        "2026-11": (False, "unpaid"),
        "2026-10": (False, "unpaid"),
        "2026-09": (True, ""),
    }


def test_a_month_that_is_paid_comes_out_of_the_printer(
    papers: PapersPresenter, kiosk: Hall, visitor: Companion
) -> None:
    choose(papers, "2026-09")
    papers.print_pressed()
    papers.print_pressed()
    assert (papers.state.printing, visitor.awake) == (PaperProgress.UNDER_WAY, True)
    kiosk.settle()
    assert (papers.state.printing, visitor.awake) == (PaperProgress.PRINTED, False)
    assert len(kiosk.printer.papers) == 1


def test_a_month_that_is_not_paid_is_explained_not_printed(papers: PapersPresenter, kiosk: Hall) -> None:
    choose(papers, "2026-11")
    papers.print_pressed()
    kiosk.settle()
    assert not papers.state.may_print
    assert kiosk.printer.papers == []


@pytest.mark.parametrize("trouble", ["jammed", "gone"])
def test_a_printer_that_fails_is_said_and_can_be_tried_again(
    papers: PapersPresenter, kiosk: Hall, trouble: str
) -> None:
    setattr(kiosk.printer, trouble, True)
    choose(papers, "2026-09")
    papers.print_pressed()
    kiosk.settle()
    assert papers.state.printing is PaperProgress.FAILED
    assert papers.state.may_print


@pytest.mark.parametrize(
    ("result", "told"),
    [
        (PrintResult(PrintOutcome.UNKNOWN, PrintDetail.SERVER_LOST), PaperProgress.UNKNOWN),
        (ConnectionResetError(), PaperProgress.UNKNOWN),
        (PrintResult(PrintOutcome.PRINTED, PrintDetail.KEPT), PaperProgress.KEPT),
    ],
)
def test_a_paper_is_neither_printed_nor_failed_when_nobody_knows(
    papers: PapersPresenter, kiosk: Hall, visitor: Companion, result: PrintResult, told: PaperProgress
) -> None:
    kiosk.printer.result = result
    choose(papers, "2026-09")
    papers.print_pressed()
    kiosk.settle()
    assert (papers.state.printing, visitor.visit.deeds) == (told, [])
    papers.print_pressed()
    kiosk.settle()
    assert ["DUPLICATA" in reading.text(paper) for paper in kiosk.printer.papers] == [False, True]


def test_one_cannot_leave_while_a_paper_is_under_way(
    papers: PapersPresenter, kiosk: Hall, visitor: Companion
) -> None:
    choose(papers, "2026-09")
    papers.print_pressed()
    papers.back_pressed()
    assert visitor.places == []
    kiosk.settle()
    papers.back_pressed()
    assert visitor.places == ["home"]


def test_a_month_printed_again_bears_duplicata(papers: PapersPresenter, kiosk: Hall) -> None:
    choose(papers, "2026-09")
    for _ in range(2):
        papers.print_pressed()
        kiosk.settle()
    first, again = (reading.text(pdf) for pdf in kiosk.printer.papers)
    assert "DUPLICATA" not in first
    assert "DUPLICATA" in again


def test_what_did_not_come_out_is_no_original_yet(papers: PapersPresenter, kiosk: Hall) -> None:
    kiosk.printer.jammed = True
    choose(papers, "2026-09")
    papers.print_pressed()
    kiosk.settle()
    kiosk.printer.jammed = False
    papers.print_pressed()
    kiosk.settle()
    (paper,) = kiosk.printer.papers
    assert "DUPLICATA" not in reading.text(paper)


def test_a_kiosk_without_printer_offers_no_paper_and_says_where_it_is_printed(
    kiosk: Hall, visitor: Companion, opened: Opened
) -> None:
    kiosk.parts = replace(kiosk.parts, printer=NullPrinter())
    papers = opened(PapersPresenter)
    choose(papers, "2026-09")
    assert (papers.state.printing, papers.state.may_print) == (PaperProgress.NO_PRINTER, False)
    papers.print_pressed()
    kiosk.settle()
    assert (papers.state.printing, visitor.awake) == (PaperProgress.NO_PRINTER, False)
