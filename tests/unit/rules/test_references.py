"""References a bank understands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import Invalid
from desktop.rules.money import MAX_CENTS
from desktop.rules.references import (
    EPC_MAX_BYTES,
    check_iban,
    check_reference,
    epc_payload,
    in_fours,
    make_reference,
)

IBAN = "FR7630006000011234567890189"


@pytest.mark.parametrize(
    ("number", "reference"),
    [
        ("539007547034", "RF18539007547034"),
        ("5390 0754 7034", "RF18539007547034"),
        ("2348231", "RF712348231"),
    ],
)
def test_a_reference_gets_its_check_digits(number: str, reference: str) -> None:
    assert make_reference(number) == reference
    assert check_reference(reference) == reference


@given(st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=21), st.data())
def test_a_mistyped_character_is_noticed(number: str, data: st.DataObject) -> None:
    made = make_reference(number)
    assert check_reference(in_fours(made).lower()) == made
    place = data.draw(st.integers(4, len(made) - 1))
    wrong = data.draw(st.sampled_from("0123456789").filter(lambda digit: digit != made[place]))
    if made[place].isdigit():
        with pytest.raises(Invalid):
            check_reference(made[:place] + wrong + made[place + 1 :])


@pytest.mark.parametrize("number", ["", "é1", "1" * 22, "A*B", "\u0663\u0663"])
def test_a_reference_takes_only_plain_letters_and_digits(number: str) -> None:
    with pytest.raises(Invalid):
        make_reference(number)


@pytest.mark.parametrize(
    "text",
    ["", "RF18", "RF17539007547034", "XX18539007547034", "RF18" + "1" * 22, "RF18é", "RF1853900754703\u0664"],
)
def test_what_is_no_reference_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as refusal:
        check_reference(text)
    assert (refusal.value.field, refusal.value.code) == ("reference", "reference_malformed")


@pytest.mark.parametrize(
    "text", [IBAN, "FR76 3000 6000 0112 3456 7890 189", IBAN.lower(), "DE89370400440532013000"]
)
def test_an_iban_is_read_with_or_without_spaces(text: str) -> None:
    assert check_iban(text) == "".join(text.split()).upper()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "iban_missing"),
        ("  ", "iban_missing"),
        ("FR7630006000011234567890188", "iban_malformed"),
        ("FR763000600001123456789018", "iban_malformed"),
        ("ZZ7630006000011234567890189", "iban_malformed"),
        ("30006000011234567890189", "iban_malformed"),
        ("FR76é0006000011234567890189", "iban_malformed"),
        ("FR763000600001123456789018\u0669", "iban_malformed"),
    ],
)
def test_a_wrong_iban_is_refused(text: str, code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        check_iban(text)
    assert (refusal.value.field, refusal.value.code) == ("iban", code)


def test_a_transfer_code_holds_what_a_bank_needs_line_by_line() -> None:
    text = epc_payload(name="Habitat  62", iban=IBAN, cents=51_505, reference="RF18 5390 0754 7034")
    assert text.split("\n") == [
        "BCD", "002", "1", "SCT", "", "Habitat 62", IBAN, "EUR515.05", "", "RF18539007547034"
    ]  # fmt: skip


def test_a_transfer_code_without_reference_ends_at_its_amount() -> None:
    text = epc_payload(name="Habitat 62", iban=IBAN, cents=5, bic="bnpa frpp")
    assert text.split("\n")[4:] == ["BNPAFRPP", "Habitat 62", IBAN, "EUR0.05"]


def test_the_longest_transfer_code_still_fits() -> None:
    text = epc_payload(
        name="é" * 200, iban=IBAN, cents=MAX_CENTS, reference=make_reference("Z" * 21), bic="BNPAFRPPXXX"
    )
    assert len(text.encode()) <= EPC_MAX_BYTES


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"cents": 0}, "amount_not_positive"),
        ({"cents": MAX_CENTS + 1}, "amount_too_big"),
        ({"name": "  "}, "name_missing"),
        ({"iban": "FR76"}, "iban_malformed"),
        ({"reference": "RF00"}, "reference_malformed"),
    ],
)
def test_a_transfer_code_that_no_bank_would_take_is_refused(changed: dict[str, object], code: str) -> None:
    asked: dict[str, object] = {"name": "Habitat 62", "iban": IBAN, "cents": 100} | changed
    with pytest.raises(Invalid) as refusal:
        epc_payload(**asked)  # type: ignore[arg-type]
    assert refusal.value.code == code
