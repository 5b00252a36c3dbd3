"""What every printer must do, and what is said when the paper does not come."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.errors import DeviceUnavailable
from desktop.hardware.cups_printer import CupsPrinter, JobState, PrintPatience
from desktop.hardware.folder_printer import FolderPrinter
from desktop.hardware.printer import PaperPrinter, PrintDetail, PrintOutcome, PrintStep
from tests.contract.cupsd import Cupsd, needs_cupsd, private_cupsd
from tests.contract.ipp_printer import IppPrinter, switched_on

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\n%%EOF\n"
QUICK = PrintPatience(paper=0.05, cancel=0.05, look=0.005)


def nothing(step: PrintStep) -> None:
    """A screen that shows nothing."""


@pytest.fixture
def ipp() -> Iterator[IppPrinter]:
    with switched_on(IppPrinter()) as printer:
        yield printer


@pytest.fixture(scope="module")
def cupsd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cupsd]:
    with private_cupsd(tmp_path_factory.mktemp("cups")) as running:
        yield running


@pytest.fixture(params=["folder", "ipp", pytest.param("cups", marks=needs_cupsd)])
def printer(request: pytest.FixtureRequest, tmp_path: Path) -> PaperPrinter:
    builders: dict[str, Callable[[], PaperPrinter]] = {
        "folder": lambda: FolderPrinter(tmp_path / "papers"),
        "ipp": lambda: CupsPrinter("paper", request.getfixturevalue("ipp").server, QUICK),
        "cups": lambda: CupsPrinter(
            "paper", request.getfixturevalue("cupsd").socket, PrintPatience(look=0.01)
        ),
    }
    return builders[request.param]()


def test_a_paper_is_printed_and_its_job_named(printer: PaperPrinter) -> None:
    steps: list[PrintStep] = []
    result = printer.print_pdf(PDF, "Quittance 2026-11", steps.append)
    assert result.outcome is PrintOutcome.PRINTED
    assert result.job
    assert steps


def test_what_is_no_pdf_is_not_sent(printer: PaperPrinter) -> None:
    steps: list[PrintStep] = []
    result = printer.print_pdf(b"hello", "x", steps.append)
    assert (result.outcome, result.detail, steps) == (PrintOutcome.FAILED, PrintDetail.NOT_A_PDF, [])


def test_the_print_server_receives_the_whole_paper_and_forgets_it_afterwards(ipp: IppPrinter) -> None:
    CupsPrinter("paper", ipp.server, QUICK).print_pdf(PDF, "Reçu 12", nothing)
    assert (ipp.paper, ipp.title.startswith("Reçu 12 "), ipp.purged) == (PDF, True, [7])


def test_the_steps_of_a_job_are_told_once_each(ipp: IppPrinter) -> None:
    ipp.states = [JobState.PENDING] * 2 + [JobState.PROCESSING] * 2 + [JobState.COMPLETED]
    steps: list[PrintStep] = []
    CupsPrinter("paper", ipp.server, PrintPatience(look=0.001)).print_pdf(PDF, "x", steps.append)
    assert steps == [PrintStep.SENDING, PrintStep.WAITING, PrintStep.PRINTING]


@pytest.mark.parametrize(
    ("states", "outcome", "detail"),
    [
        ([JobState.ABORTED], PrintOutcome.FAILED, PrintDetail.ABORTED),
        ([JobState.PENDING, JobState.CANCELLED], PrintOutcome.FAILED, PrintDetail.CANCELLED),
        ([JobState.HELD], PrintOutcome.FAILED, PrintDetail.TOO_SLOW),
        ([JobState.STOPPED], PrintOutcome.FAILED, PrintDetail.TOO_SLOW),
        ([JobState.PROCESSING], PrintOutcome.FAILED, PrintDetail.TOO_SLOW),
    ],
)
def test_a_paper_that_does_not_come_out_is_a_failure_and_leaves_the_queue(
    ipp: IppPrinter, states: list[JobState], outcome: PrintOutcome, detail: PrintDetail
) -> None:
    ipp.states = states
    result = CupsPrinter("paper", ipp.server, QUICK).print_pdf(PDF, "x", nothing)
    assert (result.outcome, result.detail, ipp.purged) == (outcome, detail, [7])


def test_a_job_that_cannot_be_cancelled_may_still_come_out(ipp: IppPrinter) -> None:
    ipp.states, ipp.obeys = [JobState.PROCESSING], False
    result = CupsPrinter("paper", ipp.server, QUICK).print_pdf(PDF, "x", nothing)
    assert (result.outcome, result.detail) == (PrintOutcome.UNKNOWN, PrintDetail.SERVER_LOST)


def test_a_print_server_that_vanishes_leaves_the_paper_unknown(ipp: IppPrinter) -> None:
    ipp.silent_after_print = True
    result = CupsPrinter("paper", ipp.server, QUICK).print_pdf(PDF, "x", nothing)
    assert (result.outcome, result.detail, result.job) == (PrintOutcome.UNKNOWN, PrintDetail.SERVER_LOST, "7")


@pytest.mark.parametrize(
    ("states", "outcome"),
    [
        ([JobState.PROCESSING, JobState.COMPLETED], PrintOutcome.PRINTED),
        ([JobState.COMPLETED], PrintOutcome.PRINTED),
        ([JobState.ABORTED], PrintOutcome.FAILED),
        ([JobState.HELD], PrintOutcome.FAILED),
    ],
)
def test_a_job_whose_answer_was_lost_is_found_by_its_name_and_watched(
    ipp: IppPrinter, states: list[JobState], outcome: PrintOutcome
) -> None:
    ipp.loses_answer, ipp.states = True, states
    result = CupsPrinter("paper", ipp.server, QUICK).print_pdf(PDF, "x", nothing)
    assert (result.outcome, result.job, ipp.purged) == (outcome, "7", [7])


def test_nobody_says_that_a_paper_failed_whose_job_cannot_be_found(ipp: IppPrinter) -> None:
    ipp.loses_answer = ipp.silent_after_print = True
    result = CupsPrinter("paper", ipp.server, QUICK).print_pdf(PDF, "x", nothing)
    assert (result.outcome, result.detail) == (PrintOutcome.UNKNOWN, PrintDetail.SERVER_LOST)


def test_a_paper_in_doubt_is_called_back_before_the_next_person_prints(ipp: IppPrinter) -> None:
    printer = CupsPrinter("paper", ipp.server, QUICK)
    ipp.loses_answer = ipp.silent_after_print = True
    printer.print_pdf(PDF, "x", nothing)
    ipp.silent_after_print, ipp.states = False, [JobState.HELD]
    cancelled: list[list[int]] = []
    printer.print_pdf(PDF, "y", lambda step: cancelled.append(list(ipp.purged)))
    assert [7] in cancelled


def test_two_papers_of_one_title_are_two_names(ipp: IppPrinter) -> None:
    printer, names = CupsPrinter("paper", ipp.server, QUICK), set()
    for _ in range(2):
        printer.print_pdf(PDF, "x", nothing)
        names.add(ipp.title)
    assert len(names) == 2


@pytest.mark.parametrize(("queue", "code"), [("closed", "queue_closed"), ("gone/../admin", "queue_unknown")])
def test_a_queue_that_takes_nothing_is_a_missing_device(ipp: IppPrinter, queue: str, code: str) -> None:
    with pytest.raises(DeviceUnavailable) as caught:
        CupsPrinter(queue, ipp.server, QUICK).print_pdf(PDF, "x", nothing)
    assert (caught.value.device, caught.value.code) == ("printer", code)


def test_no_print_server_is_a_missing_device(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    for server in (f"127.0.0.1:{port}", str(tmp_path / "cups.sock")):
        with pytest.raises(DeviceUnavailable) as caught:
            CupsPrinter("paper", server, QUICK).print_pdf(PDF, "x", nothing)
        assert caught.value.code == "print_server_unreachable"


@needs_cupsd
def test_a_paused_queue_of_cups_loses_the_paper_and_keeps_nothing(cupsd: Cupsd) -> None:
    printer = CupsPrinter("paused", cupsd.socket, PrintPatience(paper=0.1, look=0.01))
    result = printer.print_pdf(PDF, "x", nothing)
    assert (result.outcome, result.detail) == (PrintOutcome.FAILED, PrintDetail.TOO_SLOW)
    assert cupsd.kept() == []


@needs_cupsd
def test_cups_keeps_no_paper_after_printing(cupsd: Cupsd) -> None:
    CupsPrinter("paper", cupsd.socket, PrintPatience(look=0.01)).print_pdf(PDF, "x", nothing)
    assert cupsd.kept() == []


@needs_cupsd
@pytest.mark.parametrize(("queue", "code"), [("nowhere", "queue_unknown"), ("closed", "queue_closed")])
def test_cups_without_the_queue_is_a_missing_device(cupsd: Cupsd, queue: str, code: str) -> None:
    with pytest.raises(DeviceUnavailable) as caught:
        CupsPrinter(queue, cupsd.socket).print_pdf(PDF, "x", nothing)
    assert caught.value.code == code


@needs_cupsd
@pytest.mark.parametrize(
    ("queue", "standing"),
    [
        ("paper", "ready"),
        ("paused", "queue_stopped"),
        ("closed", "queue_closed"),
        ("elsewhere", "queue_unknown"),
    ],
)
def test_a_queue_says_how_it_is_without_a_paper(cupsd: Cupsd, queue: str, standing: str) -> None:
    assert CupsPrinter(queue, cupsd.socket).standing() == standing
    assert cupsd.kept() == []


@needs_cupsd
def test_a_print_server_names_its_queues(cupsd: Cupsd) -> None:
    assert CupsPrinter("elsewhere", cupsd.socket).queues() == ("closed", "paper", "paused")


def test_without_a_print_server_that_is_what_is_said(tmp_path: Path) -> None:
    assert CupsPrinter("paper", str(tmp_path / "no.sock")).standing() == "print_server_unreachable"
