"""The page on security names tests that are there."""

import re

import pytest

from tests.architecture.sources import ROOT, found

NAMED = sorted(set(re.findall(r"`((?:[a-z]+/)*)(test_\w+\.py)`", (ROOT / "SECURITY.md").read_text("utf-8"))))


@pytest.mark.parametrize(("folder", "name"), NAMED)
def test_a_test_that_is_named_there_exists(folder: str, name: str) -> None:
    there = [path.relative_to(ROOT).as_posix() for path in found(ROOT / "tests", {".py"}, at_least=100)]
    assert any(path.endswith(f"/{name}") and path.startswith(folder) for path in there)
