"""The acknowledgement says what was seen, and that it is no certificate."""

from datetime import date

import pytest

from desktop.documents.insurance_acknowledgement import insurance_acknowledgement_pdf
from desktop.documents.language.wording import Wording
from desktop.errors import Invalid
from tests.unit.documents import reading
from tests.unit.documents.papers.insurance_acknowledgement import sample


def test_it_says_who_saw_what_for_which_home_and_until_when() -> None:
    words = " ".join(reading.text(insurance_acknowledgement_pdf(sample(), Wording("fr"))).split())
    for said in (
        "MAIF",
        "4407 112 Z",
        "31 août 2027",
        "Claire Delattre",
        "EL AMRANI",
        "133 chemin des Dunes",
    ):
        assert said in words
    assert "ne vaut pas attestation d’assurance" in words


def test_dates_that_contradict_each_other_are_never_printed() -> None:
    with pytest.raises(Invalid, match="dates_reversed"):
        sample(valid_to=date(2026, 8, 31))
