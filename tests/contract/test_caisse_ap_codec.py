"""The words on the wire: what we write can be read, and no noise breaks us or passes for money."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.hardware.caisse_ap import tags
from desktop.hardware.caisse_ap.codec import FrameReader, MalformedFrame, Message, decode, encode, message
from desktop.hardware.caisse_ap.payment import debit, read_answer
from desktop.hardware.card_terminal import ChargeDetail, ChargeOutcome, ChargeRequest
from desktop.hardware.simulator import Mode
from desktop.hardware.simulator.answers import reply

ASKED = debit(ChargeRequest("codec", 1590))
APPROVAL = reply(Mode.OK, ASKED, "654321").pieces[0]

tag_words = st.text(string.ascii_letters + string.digits, min_size=2, max_size=2)
values = st.text(st.characters(max_codepoint=127), min_size=1, max_size=999)

Records = tuple[tuple[str, str], ...]
DECISIVE = (
    (tags.STATUS, tags.DONE),
    (tags.TILL, "01"),
    (tags.AMOUNT, "000000001590"),
    (tags.ACTION, tags.DEBIT),
    (tags.CURRENCY, tags.EURO),
)

patient = settings(deadline=None)
"""Other work on this machine must not fail a property."""
messages = st.lists(st.tuples(tag_words, values), max_size=8).map(message)


def aspects(tag: str, value: str) -> st.SearchStrategy[Records]:
    """A decisive record as it should be, otherwise, missing, or said twice differently."""
    right, wrong = (tag, value), (tag, "01" if value != "01" else "11")
    return st.sampled_from([(right,), (right,), (right,), (wrong,), (), (right, wrong)])


def outcome_of(frame: bytes) -> ChargeOutcome:
    """What the driver makes of these bytes, once all of them arrived."""
    try:
        return read_answer(ASKED, decode(frame)).outcome
    except MalformedFrame:
        return ChargeOutcome.UNKNOWN


def test_a_request_for_15_90_euros_has_the_bytes_other_tills_send() -> None:
    assert encode(ASKED) == b"CZ0040300CJ012012345678901CA00201CB0041590CD0010CE003978BA0010"


def test_one_cent_is_written_with_two_digits() -> None:
    assert debit(ChargeRequest("codec", 1)).value(tags.AMOUNT) == "01"


@patient
@given(messages)
def test_what_is_encoded_is_decoded_the_same(said: Message) -> None:
    assert decode(encode(said)) == said


@patient
@given(messages, st.data())
def test_pieces_of_any_size_make_the_same_message(said: Message, data: st.DataObject) -> None:
    frame, reader = encode(said), FrameReader()
    while frame:
        size = data.draw(st.integers(1, len(frame)))
        reader.feed(frame[:size])
        frame = frame[size:]
    assert reader.finish() == said


@patient
@given(st.binary(max_size=300))
def test_arbitrary_bytes_are_refused_as_malformed_or_read_and_never_approved(frame: bytes) -> None:
    assert outcome_of(frame) is not ChargeOutcome.APPROVED


@patient
@given(st.tuples(*(aspects(tag, value) for tag, value in DECISIVE)), st.permutations(range(len(DECISIVE))))
def test_only_done_with_the_whole_right_echo_is_approved(said: tuple[Records, ...], order: list[int]) -> None:
    frame = encode(message(record for place in order for record in said[place]))
    right = said == tuple((record,) for record in DECISIVE)
    assert (outcome_of(frame) is ChargeOutcome.APPROVED) == right


@patient
@given(st.integers(0, len(APPROVAL) - 1), st.integers(0, 255))
def test_one_byte_changed_in_an_approval_never_approves_another_amount(position: int, byte: int) -> None:
    frame = APPROVAL[:position] + bytes([byte]) + APPROVAL[position + 1 :]
    if outcome_of(frame) is ChargeOutcome.APPROVED:
        said = decode(frame)
        assert (said.value(tags.STATUS), said.value(tags.CURRENCY)) == (tags.DONE, tags.EURO)
        assert (said.value(tags.AMOUNT) or "").lstrip("0") == "1590"


@patient
@given(st.integers(0, len(APPROVAL)))
def test_the_beginning_of_an_approval_is_approved_only_with_its_status_and_echo(end: int) -> None:
    needed = APPROVAL.index(b"AE00210") + len(b"AE00210")
    assert end >= needed or outcome_of(APPROVAL[:end]) is ChargeOutcome.UNKNOWN


@pytest.mark.parametrize(
    ("tag", "value"),
    [("A", "1"), ("ABC", "1"), ("A-", "1"), ("É1", "1"), ("AA", ""), ("AA", "x" * 1000), ("AA", "é")],
)
def test_what_the_protocol_cannot_carry_is_refused(tag: str, value: str) -> None:
    with pytest.raises(MalformedFrame):
        encode(message([(tag, value)]))


@pytest.mark.parametrize(
    "frame", [b"AE0x210", b"AE 0210", b"AE-0110", b"A\xe900210", b"AE0021", b"A", b"--00210"]
)
def test_bytes_that_are_not_caisse_ap_are_malformed(frame: bytes) -> None:
    with pytest.raises(MalformedFrame):
        decode(frame)


def test_a_message_shows_its_tags_and_hides_its_values() -> None:
    assert repr(message([(tags.PAN, "4970101122331234")])) == "Message(AA)"


@pytest.mark.parametrize(
    ("detail", "outcome"),
    [
        (None, ChargeOutcome.APPROVED),
        ("00", ChargeOutcome.APPROVED),
        ("01", ChargeOutcome.APPROVED),
        ("03", ChargeOutcome.APPROVED),
        *((f"{number:02d}", ChargeOutcome.UNKNOWN) for number in (2, *range(4, 14))),
    ],
)
def test_done_with_a_detail_that_says_otherwise_is_unknown(
    detail: str | None, outcome: ChargeOutcome
) -> None:
    said = decode(APPROVAL).records
    extra = () if detail is None else ((tags.STATUS_DETAIL, detail),)
    assert read_answer(ASKED, message((*said, *extra))).outcome is outcome


@pytest.mark.parametrize(
    ("detail", "outcome", "reason"),
    [
        (None, ChargeOutcome.DECLINED, ChargeDetail.NOT_DONE),
        ("00", ChargeOutcome.DECLINED, ChargeDetail.NOT_DONE),
        ("99", ChargeOutcome.DECLINED, ChargeDetail.NOT_DONE),
        ("01", ChargeOutcome.UNKNOWN, ChargeDetail.ANSWER_CONTRADICTS),
        ("02", ChargeOutcome.DECLINED, ChargeDetail.VOICE_CALL),
        ("03", ChargeOutcome.UNKNOWN, ChargeDetail.ANSWER_CONTRADICTS),
        ("10", ChargeOutcome.DECLINED, ChargeDetail.SELECTION_ERROR),
        ("12", ChargeOutcome.DECLINED, ChargeDetail.ACTION_UNKNOWN),
    ],
)
def test_not_done_charges_nothing_unless_it_also_says_authorised(
    detail: str | None, outcome: ChargeOutcome, reason: ChargeDetail
) -> None:
    extra = () if detail is None else ((tags.STATUS_DETAIL, detail),)
    result = read_answer(ASKED, message([(tags.STATUS, tags.NOT_DONE), *extra]))
    assert (result.outcome, result.detail) == (outcome, reason)


@pytest.mark.parametrize("tag", tags.ECHOED)
def test_done_without_its_whole_echo_is_unknown(tag: str) -> None:
    said = [record for record in decode(APPROVAL).records if record[0] != tag]
    result = read_answer(ASKED, message(said))
    assert (result.outcome, result.detail) == (ChargeOutcome.UNKNOWN, ChargeDetail.ECHO_MISSING)


@pytest.mark.parametrize(
    ("tag", "value", "reason"),
    [
        (tags.TILL, "02", ChargeDetail.TILL_DIFFERS),
        (tags.ACTION, "1", ChargeDetail.ACTION_DIFFERS),
        (tags.AMOUNT, "15900", ChargeDetail.AMOUNT_DIFFERS),
        (tags.AMOUNT, "0", ChargeDetail.AMOUNT_DIFFERS),
        (tags.CURRENCY, "953", ChargeDetail.CURRENCY_DIFFERS),
    ],
)
def test_done_for_something_else_is_unknown(tag: str, value: str, reason: ChargeDetail) -> None:
    said = [(name, value if name == tag else other) for name, other in decode(APPROVAL).records]
    result = read_answer(ASKED, message(said))
    assert (result.outcome, result.detail) == (ChargeOutcome.UNKNOWN, reason)


@pytest.mark.parametrize("smuggled", ["4970101122331234", "497010112233123", "4970101122331234=2912"])
@pytest.mark.parametrize("tag", [tags.AUTHORISATION, tags.APPLICATION, tags.PAYMENT_MODE, tags.CONTRACT])
def test_a_card_number_in_any_other_field_is_dropped(tag: str, smuggled: str) -> None:
    said = [(name, smuggled if name == tag else value) for name, value in decode(APPROVAL).records]
    result = read_answer(ASKED, message(said))
    assert result.outcome is ChargeOutcome.APPROVED
    assert "497010" not in repr(result)
