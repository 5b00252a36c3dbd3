"""What a person reads on a screen can be translated: literals in `tr`, no bare words given to a widget."""

import ast
import re

import pytest

from tests.architecture.sources import DESKTOP, modules, short, tree

VIEWS = DESKTOP / "views"
TEXT_SETTERS = {
    "setText",
    "setPlaceholderText",
    "setToolTip",
    "setStatusTip",
    "setWhatsThis",
    "setWindowTitle",
    "setTitle",
    "setAccessibleName",
    "setAccessibleDescription",
    "setInformativeText",
    "setPlainText",
    "setHtml",
}
TEXT_WIDGETS = re.compile(r"Q\w*(Label|Button|Box|Action)|\w+(Label|Button|Heading|Title|Banner)$")
WORDS = re.compile(r"[^\W\d_]{2,}")
CODE = re.compile(r"[a-z0-9_.:/-]+")


def findings(module: ast.Module) -> list[str]:
    """What cannot be translated in this module, with its line."""
    return [f"line {node.lineno}: {fault}" for node in ast.walk(module) for fault in faults(node)]


def faults(node: ast.AST) -> list[str]:
    """What is wrong with one node."""
    if isinstance(node, ast.JoinedStr):
        calls = [part for part in ast.walk(node) if isinstance(part, ast.Call) and called(part) == "tr"]
        return ["tr inside an f-string"] if calls else []
    if not isinstance(node, ast.Call) or not node.args:
        return []
    first, name = node.args[0], called(node)
    if name == "tr" and not is_text(first):
        return ["tr of something that is not a literal"]
    takes_text = name in TEXT_SETTERS or TEXT_WIDGETS.fullmatch(name)
    return [f"bare words given to {name}"] if takes_text and is_words(first) else []


def called(call: ast.Call) -> str:
    """The last name of what is called: `tr` in `self.tr(...)`."""
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def is_text(node: ast.expr) -> bool:
    """A string literal; lupdate reads nothing else."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def is_words(node: ast.expr) -> bool:
    """A literal that a person would read, unlike the name of an icon or a role."""
    if isinstance(node, ast.JoinedStr):
        return any(is_words(part) for part in node.values)
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return False
    return bool(WORDS.search(node.value)) and not CODE.fullmatch(node.value)


def test_screens_hold_no_words_that_cannot_be_translated() -> None:
    found = {short(path): list_ for path in modules(VIEWS, at_least=3) if (list_ := findings(tree(path)))}
    assert found == {}


@pytest.mark.parametrize(
    "code",
    [
        "self.tr(sentence)",
        "self.tr('Pay ' + amount)",
        "self.tr(f'Pay {amount}')",
        "f'{self.tr(\"Pay\")} now'",
        "QLabel('Pay now')",
        "QPushButton('Pay', self)",
        "button.setText('Pay now')",
        "button.setText(f'Pay {amount}')",
        "field.setAccessibleName('Amount')",
        "PrimaryButton('Pay now')",
    ],
)
def test_words_out_of_reach_of_translators_are_seen(code: str) -> None:
    assert findings(ast.parse(code))


@pytest.mark.parametrize(
    "code",
    [
        "self.tr('Pay now')",
        "self.tr('%n payment(s)', '', count)",
        "QLabel(self.tr('Pay now'))",
        "QLabel('€')",
        "label.setText(state.amount)",
        "button.setText(f'{amount} €')",
        "PrimaryButton('arrow_left')",
    ],
)
def test_translatable_words_and_signs_pass(code: str) -> None:
    assert findings(ast.parse(code)) == []
