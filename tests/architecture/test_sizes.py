"""Files, classes and functions small enough to be held in the head."""

import ast

from tests.architecture.sources import ROOT, modules, short, tree

LINES_A_FILE = 300
LINES_A_FUNCTION = 40
METHODS_A_CLASS = 20


def long_functions(module: ast.Module) -> list[str]:
    """Names and lengths of the functions above the limit, decorators not counted."""
    return [
        f"{node.name}: {length} lines"
        for node in ast.walk(module)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and (length := node.end_lineno - node.lineno + 1) > LINES_A_FUNCTION
    ]


def large_classes(module: ast.Module) -> list[str]:
    """Names of the classes above the limit, with how many functions each has, properties included."""
    return [
        f"{node.name}: {count} methods"
        for node in ast.walk(module)
        if isinstance(node, ast.ClassDef)
        and (count := sum(isinstance(part, ast.FunctionDef) for part in node.body)) > METHODS_A_CLASS
    ]


def test_no_file_is_longer_than_one_can_hold_in_the_head() -> None:
    lengths = {short(path): path.read_text("utf-8").count("\n") for path in all_modules()}
    assert {name: length for name, length in lengths.items() if length > LINES_A_FILE} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    found = {short(path): long for path in all_modules() if (long := long_functions(tree(path)))}
    assert found == {}


def test_no_class_does_more_than_one_thing() -> None:
    found = {large for path in modules(at_least=20) for large in large_classes(tree(path))}
    assert found == set(), "give what these classes do besides a home of its own"


def test_a_long_function_is_seen() -> None:
    body = "\n".join("    x = 1" for _ in range(LINES_A_FUNCTION))
    assert long_functions(ast.parse(f"def f():\n{body}\n")) == [f"f: {LINES_A_FUNCTION + 1} lines"]
    assert long_functions(ast.parse("def f():\n    return 1\n")) == []


def test_a_large_class_is_seen() -> None:
    body = "\n".join(f"    def f{number}(self): ..." for number in range(METHODS_A_CLASS + 1))
    assert large_classes(ast.parse(f"class C:\n{body}\n")) == [f"C: {METHODS_A_CLASS + 1} methods"]
    assert large_classes(ast.parse("class C:\n    def f(self): ...\n")) == []


def all_modules() -> list:
    """The product's modules and those of its tests."""
    return modules(at_least=20) + modules(ROOT / "tests", at_least=5)
