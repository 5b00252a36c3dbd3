"""Ways in which one line of an export goes wrong, and what the report must say of it."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.central.importers.contracts import ActivationLetters, Leases
from desktop.central.importers.layout import ESSENTIAL
from desktop.central.importers.ledger import LedgerLines
from desktop.central.importers.people import Tenants
from desktop.central.importers.places import Agencies, Dwellings
from tests.unit.central.importers.night import Night

LINE = 4
OPTIONAL = {
    (kind.name, column.name)
    for kind in (Agencies, Dwellings, Tenants, Leases, ActivationLetters, LedgerLines)
    for column in kind.columns
    if column.instead is not ESSENTIAL
}


@dataclass(frozen=True, slots=True)
class Spoil:
    """One wrong line: `do` spoils it and answers its number."""

    name: str
    file: str
    column: str
    code: str
    do: Callable[[Night], int]

    @property
    def is_taken(self) -> bool:
        """Whether no line is lost for it."""
        return (self.file, self.column) in OPTIONAL and self.code != "end_before_start"


def cell(file: str, column: str, value: str, code: str, name: str) -> Spoil:
    """A wrong value in one cell of line 4."""

    def do(night: Night) -> int:
        assert night.set(file, LINE, column, value) != value
        return LINE

    return Spoil(name, file, column, code, do)


def whole(file: str, change: Callable[[str], str], code: str, name: str) -> Spoil:
    """Line 4 is wrong as a whole."""

    def do(night: Night) -> int:
        before = night.edit(file, LINE, change)
        assert night.lines(file)[LINE] != before
        return LINE

    return Spoil(name, file, "", code, do)


def within(file: str, column: str, sign: str, code: str, name: str) -> Spoil:
    """A sign that does not belong at the beginning of a cell of line 4."""

    def do(night: Night) -> int:
        place = night.lines(file)[1].split(";").index(column)
        night.set(file, LINE, column, sign + night.lines(file)[LINE].split(";")[place])
        return LINE

    return Spoil(name, file, column, code, do)


def doubled(file: str, column: str, name: str, change: Callable[[str], str] = lambda line: line) -> Spoil:
    """Line 4 comes again at the end, perhaps with another content."""

    def do(night: Night) -> int:
        return night.append(file, change(night.lines(file)[LINE]))

    return Spoil(name, file, column, "doubled_line", do)


def both_amounts(night: Night) -> int:
    """A debit and a credit on one line."""
    night.set("ecritures.csv", LINE, "debit", "1,00")
    night.set("ecritures.csv", LINE, "credit", "2,00")
    return LINE


def no_amount(zero: str) -> Callable[[Night], int]:
    """Neither a debit nor a credit."""

    def do(night: Night) -> int:
        night.set("ecritures.csv", LINE, "debit", zero)
        night.set("ecritures.csv", LINE, "credit", "")
        return LINE

    return do


def new_agency(code: str) -> Callable[[Night], int]:
    """One more agency."""
    return lambda night: night.append(A, f"{code};Agence neuve;1 rue du Port;62200;Boulogne-sur-Mer;;;;")


L, T, C, D, A, E = (
    "logements.csv",
    "locataires.csv",
    "contrats.csv",
    "activations.csv",
    "agences.csv",
    "ecritures.csv",
)
SPOILS = [
    cell(E, "date", "31/02/2026", "date_impossible", "a day that does not exist"),
    cell(E, "date", "29/02/2026", "date_impossible", "a leap day of a common year"),
    cell(E, "date", "2026-01-31", "date_malformed", "a date in another order"),
    cell(E, "date", "1/2/2026", "date_malformed", "a date without zeros"),
    cell(E, "date", "", "value_missing", "no date"),
    cell(E, "date", "01/01/0026", "date_out_of_range", "a year of antiquity"),
    cell(E, "periode", "2026-13", "period_malformed", "a thirteenth month"),
    cell(E, "code_operation", "loyer ?", "code_malformed", "an operation that is none"),
    cell(E, "debit", "12,345", "amount_malformed", "three decimals"),
    cell(E, "debit", "12.34", "amount_malformed", "a decimal point"),
    cell(E, "debit", "douze", "amount_malformed", "an amount in words"),
    cell(E, "debit", "1 23,00", "amount_malformed", "digits grouped by two"),
    cell(E, "debit", "²3,00", "amount_malformed", "a raised digit"),
    cell(E, "debit", "-12,34-", "amount_malformed", "an amount below zero twice"),
    cell(E, "debit", "1.234", "amount_malformed", "a point of which nobody knows what it means"),
    cell(E, "debit", "99999999999999,00", "amount_too_big", "too many digits"),
    Spoil("a debit and a credit", E, "credit", "debit_and_credit", both_amounts),
    Spoil("no amount", E, "debit", "debit_or_credit_missing", no_amount("")),
    Spoil("an amount of zero", E, "debit", "debit_or_credit_missing", no_amount("0,00")),
    cell(E, "numero_contrat", "99999999999", "contract_unknown", "a line of an unknown contract"),
    cell(E, "numero_contrat", "", "value_missing", "a line of no contract"),
    cell(E, "numero_ecriture", "E 17", "code_malformed", "a number with a gap"),
    cell(E, "numero_ecriture", "E" * 41, "text_too_long", "an endless number"),
    cell(E, "libelle", "x" * 121, "text_too_long", "an endless label"),
    cell(E, "libelle", "", "value_missing", "no label"),
    doubled(E, "numero_ecriture", "the same line twice"),
    doubled(E, "numero_ecriture", "a number twice with other amounts", lambda line: line.replace(",", "9,")),
    whole(E, lambda line: line + ";x", "too_many_columns", "a column too many"),
    whole(E, lambda line: line.rpartition(";")[0], "too_few_columns", "a column too few"),
    whole(E, lambda line: "garbage", "too_few_columns", "garbage"),
    within(E, "numero_contrat", "\0", "control_character", "a zero byte"),
    within(E, "numero_contrat", "\x1b[31m", "control_character", "a terminal's escape"),
    within(T, "prenom", "\x1b[31m", "control_character", "a terminal's escape in a first name"),
    whole(E, lambda line: line.replace(";", "\r", 1), "too_few_columns", "a lone carriage return"),
    whole(E, lambda line: '"' + line, "quote_misplaced", "a quote that never closes"),
    whole(E, lambda line: line + "x" * 70_000, "line_too_long", "a line without end"),
    cell(C, "date_fin", "01/01/1999", "end_before_start", "a lease that ends before it starts"),
    cell(C, "date_effet", "00/00/0000", "date_impossible", "a lease from day zero"),
    cell(C, "IDENT_REP", "0000000000000000", "dwelling_unknown", "a lease of an unknown dwelling"),
    cell(C, "code_locataire", "L999999", "tenant_unknown", "an unknown holder"),
    cell(C, "code_colocataire", "L999999B", "tenant_unknown", "an unknown co-holder"),
    cell(C, "jour_prelevement", "32", "number_out_of_range", "a 32nd of the month"),
    cell(C, "loyer_hc", "", "value_missing", "no rent"),
    cell(C, "rls", "1,2,3", "amount_malformed", "an amount with two commas"),
    cell(C, "iban", "F" * 43, "text_too_long", "an endless IBAN"),
    doubled(C, "numero_contrat", "a contract twice", lambda line: line.replace("HAB", "COM")),
    cell(T, "date_naissance", "01/01/2027", "birth_date_in_future", "born tomorrow"),
    cell(T, "date_naissance", "30/02/1970", "date_impossible", "born on 30 February"),
    cell(T, "nom", "", "value_missing", "no name"),
    cell(T, "nom", "N" * 81, "text_too_long", "an endless name"),
    cell(T, "civilite", "DR", "value_unknown", "an unknown civility"),
    cell(T, "langue", "français", "text_too_long", "a language in words"),
    doubled(T, "code_locataire", "a person twice"),
    cell(L, "CODE_AGENCE", "AG77", "agency_unknown", "a dwelling of an unknown agency"),
    cell(L, "NBPIECE", "T3", "number_malformed", "rooms in words"),
    cell(L, "CONSTRUCT", "0", "number_out_of_range", "built in year 0"),
    cell(L, "CODEPOSTAL", "6210", "code_malformed", "a short postal code"),
    cell(L, "DPEENERGIE", "H", "value_unknown", "an energy class H"),
    cell(L, "QPV", "oui", "value_unknown", "a flag in words"),
    cell(D, "code_activation", "0000000000", "code_malformed", "a code with zeros"),
    cell(D, "code_activation", "ABC", "code_malformed", "a short code"),
    cell(D, "numero_contrat", "12345678901", "contract_unknown", "a code for an unknown contract"),
    cell(D, "date_courrier", "01/01/2019", "parameter_missing", "a letter older than any rule"),
    Spoil(
        "an agency named like all",
        A,
        "code",
        "code_reserved",
        new_agency("global"),
    ),
    Spoil("an agency without code", A, "code", "value_missing", new_agency("")),
]
