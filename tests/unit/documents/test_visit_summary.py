"""The summary of a visit."""

from datetime import timedelta

import pytest

from desktop.documents.language.wording import Wording
from desktop.documents.visit_summary import VisitAct, VisitItem, visit_summary_pdf
from desktop.errors import Invalid
from tests.unit.documents import reading, samples
from tests.unit.documents.samples import visit

FR, EN = Wording("fr"), Wording("en")


def test_everything_done_is_listed_with_its_hour_number_and_amount() -> None:
    said = reading.text(visit_summary_pdf(visit(), FR))
    for words in (
        "22 novembre 2026",
        "de 10 h 42 à 11 h 00",
        "À votre écoute : Claire Delattre",
        "10 h 42 Nouveau code d’activation remis",
        "10 h 48 Paiement reçu carte bancaire, n° AG02-C01-000123 450,00 €",
        "n° D-2026-00871",
        "ni un reçu ni une quittance",
    ):
        assert words in said


def test_every_act_has_words_in_both_languages() -> None:
    items = tuple(VisitItem(at=samples.RECEIVED_AT, act=act) for act in VisitAct)
    french, english = (reading.text(visit_summary_pdf(visit(items=items), wording)) for wording in (FR, EN))
    assert french.count("10 h 42") == english.count("10:42") == len(VisitAct) + 1


def test_a_visit_without_anything_recorded_says_so() -> None:
    assert "Aucune démarche" in reading.text(visit_summary_pdf(visit(items=(), served_by=""), FR))


def test_a_visit_does_not_end_before_it_began() -> None:
    with pytest.raises(Invalid, match="before_start"):
        visit(ended_at=samples.RECEIVED_AT - timedelta(minutes=1))
