"""One rule says when two logins are the same."""

import pytest

from desktop.rules.login import fold_login


@pytest.mark.parametrize(
    "typed",
    ["Hélène.Roy", " helene.roy ", "HE\u0301LE\u0300NE . ROY", "hel\u00adene.roy"],
)
def test_capitals_accents_and_spaces_make_no_difference(typed: str) -> None:
    assert fold_login(typed) == "helene.roy"


def test_signs_do() -> None:
    assert fold_login("helene-roy") != fold_login("heleneroy")
