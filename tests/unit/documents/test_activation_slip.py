"""The slip with a new activation code: readable inside, silent outside."""

from datetime import date, datetime

import pytest

from desktop.documents.activation_slip import FIRST_FOLD, SECOND_FOLD, activation_slip_pdf
from desktop.documents.language.wording import Wording
from desktop.errors import Invalid
from tests.unit.documents import reading
from tests.unit.documents.samples import slip

FR, EN = Wording("fr"), Wording("en")


def test_the_slip_says_what_to_do_with_the_code() -> None:
    said = reading.text(activation_slip_pdf(slip(), FR))
    for words in (
        "2X38A ZEGB7",
        "17580000012",
        "Valable jusqu’au 22 décembre 2026 inclus, une seule fois.",
        "Il remplace tout code reçu auparavant.",
        "Touchez « Première visite »",
        "habitat62.example/espace-locataire",
        "Personne ne doit vous demander ce code.",
        "appelez votre agence au 03 21 55 31 75",
        "Remis par Claire Delattre, Agence d’Arras, le 22 novembre 2026 à 10 h 42",
    ):
        assert words in said


def test_once_folded_the_code_is_inside_and_the_address_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    written = reading.written_texts(monkeypatch)
    activation_slip_pdf(slip(), FR)
    tops = {line: box[1] for _, line, box in written}
    assert FIRST_FOLD < tops["2X38A ZEGB7"] < SECOND_FOLD
    assert FIRST_FOLD < tops["17580000012"] < SECOND_FOLD
    assert tops["62280 Saint-Martin-Boulogne"] < FIRST_FOLD
    outside = [line for _, line, box in written if not FIRST_FOLD < box[1] < SECOND_FOLD]
    assert not any("ZEGB7" in line or "17580000012" in line for line in outside)


def test_a_landlord_without_a_site_sends_nobody_there() -> None:
    said = reading.text(activation_slip_pdf(slip(account_web=""), EN))
    assert "Go to the kiosk of your agency." in said


@pytest.mark.parametrize("code", ["2X38AZEGB7", "2X38AZEGB72X38A", "2X38A" * 6])
def test_a_longer_code_still_fits_its_frame(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    written = reading.written_texts(monkeypatch)
    activation_slip_pdf(slip(code=code), FR)
    [right] = [box[2] for _, line, box in written if line == slip(code=code).grouped_code]
    assert right < 536


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"code": ""}, "missing"),
        ({"code": "2X38A-ZEGB7"}, "malformed"),
        ({"valid_until": date(2026, 11, 21)}, "already_past"),
        ({"issued_at": datetime(2026, 11, 22)}, "time_without_zone"),  # noqa: DTZ001 (what is refused)
    ],
)
def test_a_slip_that_cannot_serve_is_refused(changes: dict[str, object], code: str) -> None:
    with pytest.raises(Invalid, match=f"^{code}$"):
        slip(**changes)


def test_the_slip_claims_nothing_of_the_law_on_receipts() -> None:
    assert "89-462" not in reading.text(activation_slip_pdf(slip(), FR))
