"""The benchmarks and long tests, which the gate does not run, still find what they import."""

import importlib

import pytest

from tests.architecture.sources import ROOT, modules

OUTSIDE_THE_GATE = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for path in modules(ROOT / "tests" / "benchmarks", at_least=15)
    if path.name != "__init__.py"
]


@pytest.mark.parametrize("module", OUTSIDE_THE_GATE)
def test_each_benchmark_finds_what_it_imports(module: str) -> None:
    importlib.import_module(module)
