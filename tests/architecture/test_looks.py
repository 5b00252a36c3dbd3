"""Looks come from the theme alone: no colour and no style sheet anywhere else."""

import ast
import re

import pytest

from tests.architecture.sources import DESKTOP, found, modules, short, tree

VIEWS = DESKTOP / "views"
THEME = {VIEWS / "common" / "theme.py", VIEWS / "common" / "tokens.py"}
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b")
COLOUR_NAMES = {"QColor", "setNamedColor"}
STYLE_SETTERS = {"setStyleSheet", "setPalette", "setStyle"}


def findings(module: ast.Module) -> list[str]:
    """Colours and style sheets in this module, with their line."""
    found = []
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and COLOUR.search(node.value):
            found.append(f"line {node.lineno}: a colour, {node.value!r}")
        if isinstance(node, ast.Attribute) and node.attr in STYLE_SETTERS:
            found.append(f"line {node.lineno}: {node.attr}")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in COLOUR_NAMES:
            found += [
                f"line {node.lineno}: a colour by name"
                for argument in node.args
                if isinstance(argument, ast.Constant)
            ]
    return found


def test_colours_and_style_sheets_live_in_the_theme() -> None:
    others = [path for path in modules(VIEWS, at_least=3) if path not in THEME]
    assert {short(path): list_ for path in others if (list_ := findings(tree(path)))} == {}


def test_style_templates_name_tokens_and_no_colour() -> None:
    templates = found(DESKTOP / "resources" / "qss", {".qss"})
    assert [
        short(path) for path in templates if COLOUR.search(without_selectors(path.read_text("utf-8")))
    ] == []


def without_selectors(qss: str) -> str:
    """The declarations alone: `#name` before a brace selects a widget."""
    return " ".join(re.findall(r"\{([^{}]*)\}", qss))


@pytest.mark.parametrize(
    "code", ["x = '#0f5c5c'", "QColor('teal')", "QColor(1, 2, 3)", "label.setStyleSheet(sheet)"]
)
def test_looks_outside_the_theme_are_seen(code: str) -> None:
    assert findings(ast.parse(code))


@pytest.mark.parametrize(
    "code", ["x = 'n° #12'", "QColor(tokens.primary)", "label.setProperty('role', 'primary')"]
)
def test_looks_by_token_pass(code: str) -> None:
    assert findings(ast.parse(code)) == []
