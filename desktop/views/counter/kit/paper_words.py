"""How a paper ended, in words: whether the person can take it, and what to do when not."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.views.common.banner import Tone
from desktop.views.counter.kit.sentences import Sentence
from desktop.views.counter.paper import Paper, Stage
from desktop.views.counter.screens import paper_names


def paper_sentence(paper: Paper) -> Sentence | None:
    """The tone, what became of the paper, and what to do; None while there is nothing to say."""
    say = _SENTENCES.get(paper.stage)
    return say(paper) if say is not None else None


def paper_name(paper: Paper) -> str:
    """What the paper is called, with its number."""
    called = paper_names()[paper.what]
    words = called.again if paper.duplicate and called.again is not None else called.first
    return words.said.format(number=paper.number)


def _no_printer(paper: Paper) -> Sentence | None:
    if not paper.what:
        return None
    translate = QCoreApplication.translate
    return (
        Tone.INFO,
        translate("papers", "{paper}: this counter has no printer.").format(paper=paper_name(paper)),
        translate("papers", "It can be printed at another counter at any time."),
    )


def _under_way(paper: Paper) -> Sentence:
    translate = QCoreApplication.translate
    return Tone.INFO, translate("papers", "{paper}: printing…").format(paper=paper_name(paper)), ""


def _printed(paper: Paper) -> Sentence:
    translate = QCoreApplication.translate
    return Tone.SUCCESS, translate("papers", "{paper}: printed.").format(paper=paper_name(paper)), ""


def _kept(paper: Paper) -> Sentence:
    translate = QCoreApplication.translate
    return (
        Tone.INFO,
        translate("papers", "{paper}: kept as a file.").format(paper=paper_name(paper)),
        translate("papers", "Demonstration: this station has no printer, so nothing comes out."),
    )


def _unknown(paper: Paper) -> Sentence:
    translate = QCoreApplication.translate
    return (
        Tone.ATTENTION,
        translate("papers", "{paper}: nobody knows whether it came out.").format(paper=paper_name(paper)),
        translate(
            "papers", "Look at the printer. If nothing is there, print it again: the new one says DUPLICATA."
        ),
    )


def _failed(paper: Paper) -> Sentence:
    translate = QCoreApplication.translate
    details = {
        "too_slow": translate("papers", "Is there paper, and is the printer switched on? Then print again."),
        "disk_full": translate("papers", "The disk is full. What was recorded is safe. Call the support."),
    }
    other = translate("papers", "What was recorded is safe. Check the printer, then print again.")
    words = translate("papers", "{paper}: nothing came out of the printer.").format(paper=paper_name(paper))
    return Tone.DANGER, words, details.get(paper.detail, other)


def _refused(paper: Paper) -> Sentence:
    translate = QCoreApplication.translate
    detail = translate("papers", "What was recorded is safe. Give the support this word: {code}")
    return (
        Tone.DANGER,
        translate("papers", "{paper}: this cannot be printed.").format(paper=paper_name(paper)),
        detail.format(code=paper.detail),
    )


_SENTENCES: dict[Stage, Callable[[Paper], Sentence | None]] = {
    Stage.NO_PRINTER: _no_printer,
    Stage.MAKING: _under_way,
    Stage.PRINTING: _under_way,
    Stage.PRINTED: _printed,
    Stage.KEPT: _kept,
    Stage.UNKNOWN: _unknown,
    Stage.FAILED: _failed,
    Stage.REFUSED: _refused,
}
