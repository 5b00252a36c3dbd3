"""Files and functions small enough to be read at once, each module saying what it is."""

import ast
from statistics import median

from tests.architecture.sources import ROOT, modules, short, tree

LINES_A_FILE = 300
LINES_A_FUNCTION = 40
MEDIAN_LINES_A_FILE = 80


def long_functions(module: ast.Module) -> list[str]:
    """Names and lengths of the functions above the limit, decorators not counted."""
    return [
        f"{node.name}: {length} lines"
        for node in ast.walk(module)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and (length := node.end_lineno - node.lineno + 1) > LINES_A_FUNCTION
    ]


def test_no_file_is_longer_than_one_can_hold_in_the_head() -> None:
    lengths = {short(path): path.read_text("utf-8").count("\n") for path in all_modules()}
    assert {name: length for name, length in lengths.items() if length > LINES_A_FILE} == {}


def test_most_files_fit_on_a_screen() -> None:
    assert median(path.read_text("utf-8").count("\n") for path in modules(at_least=20)) <= MEDIAN_LINES_A_FILE


def test_no_function_is_longer_than_a_screen() -> None:
    found = {short(path): long for path in all_modules() if (long := long_functions(tree(path)))}
    assert found == {}


def test_every_module_says_what_it_is() -> None:
    silent = [short(path) for path in all_modules() if not ast.get_docstring(tree(path))]
    assert silent == []


def test_a_long_function_is_seen() -> None:
    body = "\n".join("    x = 1" for _ in range(LINES_A_FUNCTION))
    assert long_functions(ast.parse(f"def f():\n{body}\n")) == [f"f: {LINES_A_FUNCTION + 1} lines"]
    assert long_functions(ast.parse("def f():\n    return 1\n")) == []


def all_modules() -> list:
    """The product's modules and those of its tests."""
    return modules(at_least=20) + modules(ROOT / "tests", at_least=5)
