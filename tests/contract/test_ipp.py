"""The words of IPP: what real servers send is read, and noise is never anything but a failure."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.hardware.ipp import IppFailed, IppOperation, ValueTag, decode, encode
from tests.contract.ipp_printer import ipp


def test_a_request_says_its_charset_and_language_first() -> None:
    said = encode(IppOperation.GET_JOB_ATTRIBUTES, [(ValueTag.URI, "job-uri", "ipp://localhost/jobs/7")])
    assert said[:4] == b"\x02\x00\x00\x09"
    assert list(decode(said).attributes) == ["attributes-charset", "attributes-natural-language", "job-uri"]


def test_accents_in_a_title_survive() -> None:
    said = encode(IppOperation.PRINT_JOB, [(ValueTag.NAME, "job-name", "Reçu n° 12")])
    assert decode(said).attributes["job-name"] == "Reçu n° 12"


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_noise_is_read_or_fails_and_nothing_else(noise: bytes) -> None:
    for said in (noise, ipp(0)[:-1] + noise, ipp(0)[:-1] + bytes([ValueTag.ENUM]) + noise):
        try:
            decode(said)
        except IppFailed:
            continue


@pytest.mark.parametrize("length", range(len(ipp(0, (ValueTag.ENUM, "job-state", 9)))))
def test_an_answer_cut_anywhere_is_a_failure(length: int) -> None:
    with pytest.raises(IppFailed):
        decode(ipp(0, (ValueTag.ENUM, "job-state", 9))[:length])
