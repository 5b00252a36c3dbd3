"""What each reason means, in French, for the report that people open in a spreadsheet."""

from typing import Any, Final

_SENTENCES: Final = {
    # a whole file
    "file_missing": "Le fichier n’est pas dans le dossier.",
    "file_unreadable": "Le fichier ne peut pas être lu : {detail}.",
    "file_not_plain": "Ce n’est pas un fichier ordinaire (dossier, lien sans fin, tube, périphérique).",
    "file_empty": "Le fichier est vide.",
    "file_cut": "La dernière ligne ne finit pas comme les autres : fichier coupé, rien n’en a été importé.",
    "file_changed": "Le fichier a changé pendant la lecture ; rien n’en a été importé.",
    "encoding_utf32": "Le fichier est en UTF-32 ; exportez-le en UTF-8 ou en Windows-1252.",
    "encoding_mixed": "Le fichier mélange UTF-8 et un autre codage.",
    "encoding_unknown": "Le codage du fichier n’est pas reconnu ; dites-le avec --encoding.",
    "header_unreadable": "La ligne d’en-tête ne peut pas être lue.",
    "column_missing": "Colonnes obligatoires absentes : {columns}.",
    "column_doubled": "Colonnes présentes deux fois : {columns}.",
    # a line
    "line_too_long": "La ligne dépasse {longest} caractères.",
    "control_character": "La ligne contient un caractère invisible interdit ({character}).",
    "quote_misplaced": "Un guillemet est ouvert sans être fermé sur la même ligne, ou mal placé.",
    "too_few_columns": "La ligne a {found} colonnes au lieu de {expected}.",
    "too_many_columns": "La ligne a {found} colonnes au lieu de {expected}.",
    "doubled_line": "Cette clé figure déjà à la ligne {first_line}.",
    # a value
    "value_missing": "La valeur est obligatoire.",
    "value_unknown": "La valeur n’est pas connue.",
    "text_too_long": "Le texte dépasse {longest} caractères.",
    "code_malformed": "Ce code n’a pas la forme attendue.",
    "code_reserved": "Ce code est réservé.",
    "number_malformed": "Ce n’est pas un nombre entier.",
    "number_out_of_range": "Le nombre doit être compris entre {smallest} et {largest}.",
    "date_malformed": "La date doit être écrite jj/mm/aaaa.",
    "date_impossible": "Cette date n’existe pas.",
    "date_out_of_range": "L’année doit être comprise entre 1900 et 2100.",
    "birth_date_in_future": "La date de naissance est dans le futur.",
    "period_malformed": "La période doit être écrite aaaa-mm.",
    "amount_malformed": "Le montant doit être écrit avec une virgule et deux décimales au plus.",
    "amount_negative": "Le montant est négatif.",
    "amount_too_big": "Le montant a trop de chiffres.",
    "debit_and_credit": "La ligne a à la fois un débit et un crédit.",
    "debit_or_credit_missing": "La ligne n’a ni débit ni crédit.",
    "end_before_start": "La date de fin est avant la date de début.",
    # a reference
    "agency_unknown": "L’agence n’est pas connue.",
    "dwelling_unknown": "Le logement n’est pas connu.",
    "tenant_unknown": "Le locataire n’est pas connu.",
    "contract_unknown": "Le contrat n’est pas connu.",
    "parameter_missing": "Aucun paramètre {key} n’est en vigueur à cette date.",
    "belongs_to_a_payment": "Ce numéro est celui d’un encaissement fait dans une agence.",
    # taken, with a doubt
    "iban_doubtful": "L’IBAN ne passe pas le contrôle de sa clé ; il est repris tel quel.",
    "email_malformed": "L’adresse mail n’est pas valable ; elle n’est pas reprise.",
    "ledger_line_changed": "L’ERP a changé cette écriture : {before} devient {after}.",
    "operation_unknown": "Ce code d’opération n’est pas connu ; l’écriture compte avec son signe.",
    "invisible_removed": "Des caractères invisibles ont été ôtés de la ligne.",
    "line_broken": "Une case contenait un retour à la ligne ; les deux lignes n’en font qu’une.",
    "name_is_none": "Ce n’est pas un nom ; la case est laissée vide.",
    "co_holder_is_holder": "Le titulaire est répété comme cotitulaire ; il n’est repris qu’une fois.",
    # the report itself
    "left_out": "Autres lignes non détaillées ici : {count}.",
}

KNOWN_CODES: Final = frozenset(_SENTENCES)


def in_french(code: str, facts: dict[str, Any]) -> str:
    """The sentence for a reason code; the code itself if it has none."""
    return _SENTENCES.get(code, code).format_map(_Forgiving(facts))


class _Forgiving(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "?"
