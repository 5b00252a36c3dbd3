"""Legal and house amounts: each holds from a day on, and says which text it comes from."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from desktop.errors import Invalid, Refused

CASH_CAP_CENTS: Final = "cash_cap_cents"
ACTIVATION_CODE_VALIDITY_DAYS: Final = "activation_code_validity_days"
REISSUED_CODE_VALIDITY_DAYS: Final = "reissued_code_validity_days"
ENROLMENT_CODE_MINUTES: Final = "enrolment_code_minutes"
DEVICE_ACCESS_MINUTES: Final = "device_access_minutes"
SIGN_IN_FREE_ATTEMPTS: Final = "sign_in_free_attempts"
SIGN_IN_LOCK_AFTER: Final = "sign_in_lock_after"
SIGN_IN_CLOSED_MINUTES: Final = "sign_in_closed_minutes"
SIGN_IN_MOST_A_DAY: Final = "sign_in_most_a_day"
STAFF_OFFLINE_HOURS: Final = "staff_offline_hours"
LATE_CLAIM_DAYS: Final = "late_claim_days"
DECIDED_BY_TWO_ABOVE_CENTS: Final = "decided_by_two_above_cents"
IDLE_WARNING_SECONDS: Final = "idle_warning_seconds"
IDLE_GRACE_SECONDS: Final = "idle_grace_seconds"
CHEQUE_CLEARING_DAYS: Final = "cheque_clearing_days"
DIRECT_DEBIT_CLEARING_DAYS: Final = "direct_debit_clearing_days"
MATCH_WORKING_DAYS: Final = "match_working_days"
PAYMENTS_EXPORTED: Final = "payments_exported"
LEASE_FILE_RETENTION_YEARS: Final = "lease_file_retention_years"
VOUCHER_RETENTION_YEARS: Final = "voucher_retention_years"
ACCESS_TRACE_RETENTION_MONTHS: Final = "access_trace_retention_months"
TENANT_ACCOUNT_RETENTION_MONTHS: Final = "tenant_account_retention_months"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One whole number with its unit in the key; in force from `valid_from` until a later one takes over."""

    key: str
    valid_from: date
    value: int
    source: str


def in_force(parameters: Iterable[Parameter], key: str, day: date) -> int:
    """The value of `key` on that day. Raises Refused: parameter_missing when none holds yet."""
    holding = [each for each in parameters if each.key == key and each.valid_from <= day]
    if not holding:
        raise Refused("parameter_missing", key=key, day=day.isoformat())
    return max(holding, key=lambda each: each.valid_from).value


def read_parameters(text: str) -> tuple[Parameter, ...]:
    """The `[[parameter]]` tables of a TOML text, ordered by key and day.

    Raises Invalid on field "parameters": not_toml, parameter_malformed (with its position, from 1),
    parameter_without_source, parameter_twice (same key and same day).
    """
    try:
        tables = tomllib.loads(text).get("parameter", [])
    except tomllib.TOMLDecodeError as error:
        raise Invalid("parameters", "not_toml", detail=str(error)) from error
    if not isinstance(tables, list):
        raise Invalid("parameters", "parameter_malformed", position=1)
    found = [_parameter(table, position) for position, table in enumerate(tables, start=1)]
    found.sort(key=lambda each: (each.key, each.valid_from))
    for earlier, later in pairwise(found):
        if (earlier.key, earlier.valid_from) == (later.key, later.valid_from):
            raise Invalid("parameters", "parameter_twice", key=later.key, day=later.valid_from.isoformat())
    return tuple(found)


def _parameter(table: object, position: int) -> Parameter:
    match table:
        case {"key": str(key), "valid_from": date() as day, "value": int(value), "source": str(source)} if (
            type(day) is date and type(value) is int and key
        ):
            if not source.strip():
                raise Invalid("parameters", "parameter_without_source", position=position, key=key)
            return Parameter(key=key, valid_from=day, value=value, source=source)
        case _:
            raise Invalid("parameters", "parameter_malformed", position=position)
