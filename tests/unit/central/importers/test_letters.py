"""Activation codes of the letters: kept as digests, and never in the way of a newer code."""

from datetime import date, timedelta

import pytest

from desktop.central.database.agency_write import agency_write
from desktop.models.activation_code import ActivationCode
from desktop.security.codes import check_code
from tests.unit.central.importers.night import NOW, PEPPER, VALIDITY_DAYS, Night, report_of

LETTERS = "activations.csv"
LINE = 4
OTHER_CODE = "ABCDEFGH23"


def stored(night: Night) -> ActivationCode:
    """The code of the lease on line 4."""
    with night.database.read() as session:
        code = session.get_one(ActivationCode, night.lines(LETTERS)[LINE].split(";")[0])
        session.expunge(code)
    return code


def change(night: Night, **values: object) -> None:
    """What happened to the code here, since."""
    scope = stored(night).scope
    with agency_write(night.database, {scope}) as work:
        code = work.session.get_one(ActivationCode, night.lines(LETTERS)[LINE].split(";")[0])
        for name, value in values.items():
            setattr(code, name, value)


def later_letter(night: Night, days: int) -> date:
    """Another code, on a letter written some days after the one we know."""
    written = stored(night).issued_on + timedelta(days=days)
    night.set(LETTERS, LINE, "code_activation", OTHER_CODE)
    night.set(LETTERS, LINE, "date_courrier", written.strftime("%d/%m/%Y"))
    return written


def test_the_code_opens_what_its_digest_closes_and_expires_as_the_rule_says(second_night: Night) -> None:
    _, code, written = second_night.lines(LETTERS)[LINE].split(";")
    kept = stored(second_night)
    assert kept.issued_on.strftime("%d/%m/%Y") == written
    assert kept.expires_on == kept.issued_on + timedelta(days=VALIDITY_DAYS)
    assert check_code(PEPPER, kept.digest, code)
    assert not check_code(PEPPER, kept.digest, OTHER_CODE)


def test_no_code_can_be_read_in_centrals_file(second_night: Night) -> None:
    second_night.database.close()
    kept = (second_night.folder.parent / "central.db").read_bytes()
    codes = [line.split(";")[1].encode() for line in second_night.lines(LETTERS)[2:]]
    assert second_night.lines(LETTERS)[2].split(";")[0].encode() in kept
    assert [code for code in codes if code in kept] == []


@pytest.mark.parametrize("days", [-30, -1])
def test_an_older_letter_changes_nothing(second_night: Night, days: int) -> None:
    before = second_night.picture()
    later_letter(second_night, days)
    report = report_of(second_night.run(), LETTERS)
    assert (report.changed, report.unchanged, report.rejected) == (0, report.read, 0)
    assert second_night.picture() == before


def test_a_used_code_does_not_come_back(second_night: Night) -> None:
    change(second_night, used_at=NOW)
    second_night.run()
    assert stored(second_night).used_at == NOW
    later_letter(second_night, 0)
    assert report_of(second_night.run(), LETTERS).changed == 0
    assert stored(second_night).used_at == NOW


def test_a_code_printed_at_a_counter_since_is_kept(second_night: Night) -> None:
    printed = stored(second_night).issued_on + timedelta(days=3)
    change(second_night, digest="slip", issued_on=printed, issued_by="staff:marie")
    later_letter(second_night, 0)
    assert report_of(second_night.run(), LETTERS).changed == 0
    assert (stored(second_night).digest, stored(second_night).issued_by) == ("slip", "staff:marie")


def test_a_letter_written_later_replaces_every_older_code(second_night: Night) -> None:
    change(second_night, digest="slip", used_at=NOW, issued_by="staff:marie")
    written = later_letter(second_night, 1)
    assert report_of(second_night.run(), LETTERS).changed == 1
    kept = stored(second_night)
    assert (kept.issued_on, kept.used_at, kept.issued_by) == (written, None, "erp")
    assert check_code(PEPPER, kept.digest, OTHER_CODE)


def test_the_erp_may_correct_an_unused_code_of_the_same_day(second_night: Night) -> None:
    later_letter(second_night, 0)
    assert report_of(second_night.run(), LETTERS).changed == 1
    assert check_code(PEPPER, stored(second_night).digest, OTHER_CODE)
