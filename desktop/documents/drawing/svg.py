"""Reads a plain SVG drawing (shapes filled with flat colours) as PDF operators, for the landlord's logo."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from xml.etree.ElementTree import Element, ParseError, fromstring

from desktop.documents.drawing.svg_shapes import outline, path_operators, placement
from desktop.errors import Invalid

_DOCTYPE: Final = re.compile(r"<!DOCTYPE[^>\[]*>|<\?xml[^>]*\?>")
_RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
_LONGEST: Final = 200_000
_GROUPS: Final = {"svg", "g"}
_SILENT: Final = {"title", "desc", "metadata", "style", "defs", "namedview"}
_NAMES: Final = {
    "black": "#000000",
    "white": "#ffffff",
    "red": "#ff0000",
    "navy": "#000080",
    "teal": "#008080",
}


@dataclass(frozen=True, slots=True)
class Drawing:
    """Operators whose axes start top left and go right and down, and the size in the same units."""

    width: float
    height: float
    operators: str


@lru_cache(maxsize=8)
def read_svg(text: str) -> Drawing:
    """Return the drawing. Raises Invalid("logo", …): too_long, not_svg, no_size, not_plain (with `found`)."""
    if len(text) > _LONGEST:
        raise Invalid("logo", "too_long")
    plain = _DOCTYPE.sub("", text)
    if "<!" in plain.replace("<!--", "").replace("<![CDATA[", ""):
        raise Invalid("logo", "not_plain", found="entity")
    try:
        root = fromstring(plain.strip())  # noqa: S314 (it can declare no entity: refused above)
        left, top, width, height = _view(root)
        drawn = _draw(root, {"fill": "#000000"}, _classes(root))
    except (ParseError, ValueError, IndexError, TypeError) as error:
        raise Invalid("logo", "not_svg") from error
    return Drawing(width, height, f"1 0 0 1 {-left:g} {-top:g} cm {' '.join(drawn)}")


def _view(root: Element) -> tuple[float, float, float, float]:
    box = root.get("viewBox", "").replace(",", " ").split()
    if not box:
        box = ["0", "0", *(re.sub(r"(px|pt|mm)$", "", root.get(side, "0")) for side in ("width", "height"))]
    left, top, width, height = map(float, box)
    if _local(root) != "svg" or width <= 0 or height <= 0:
        raise Invalid("logo", "no_size")
    return left, top, width, height


def _draw(element: Element, inherited: dict[str, str], classes: dict[str, dict[str, str]]) -> list[str]:
    name = _local(element)
    if name in _SILENT:
        return []
    style = {**inherited, **_style(element, classes)}
    if style.get("display") == "none":
        return []
    inner = (
        [part for child in element for part in _draw(child, style, classes)]
        if name in _GROUPS
        else _filled(name, element, style)
    )
    moved = element.get("transform")
    return ["q", placement(moved), *inner, "Q"] if moved and inner else inner


def _filled(name: str, element: Element, style: dict[str, str]) -> list[str]:
    shape = outline(name, element.attrib)
    if shape is None:
        raise Invalid("logo", "not_plain", found=name)
    if style.get("stroke", "none") != "none":
        raise Invalid("logo", "not_plain", found="stroke")
    if style["fill"] == "none":
        return []
    even_odd = style.get("fill-rule") == "evenodd"
    return [f"{_colour(style['fill'])} rg", path_operators(shape), "f*" if even_odd else "f"]


def _colour(code: str) -> str:
    code = _NAMES.get(code.lower(), code.lower())
    if re.fullmatch(r"#[0-9a-f]{3}", code):
        code = "#" + "".join(2 * digit for digit in code[1:])
    if not re.fullmatch(r"#[0-9a-f]{6}", code):
        raise Invalid("logo", "not_plain", found=code)
    return " ".join(f"{int(code[at : at + 2], 16) / 255:.3f}" for at in (1, 3, 5))


def _style(element: Element, classes: dict[str, dict[str, str]]) -> dict[str, str]:
    said = {
        key: element.get(key, "") for key in ("fill", "fill-rule", "stroke", "display") if element.get(key)
    }
    for name in element.get("class", "").split():
        said |= classes.get(name, {})
    return said | _declarations(element.get("style", ""))


def _classes(root: Element) -> dict[str, dict[str, str]]:
    """The rules of the drawing's own style sheet, by class: drawing programs write colours there."""
    sheets = "".join(element.text or "" for element in root.iter() if _local(element) == "style")
    found: dict[str, dict[str, str]] = {}
    for selectors, body in _RULE.findall(sheets):
        for selector in selectors.split(","):
            found.setdefault(selector.strip().lstrip("."), {}).update(_declarations(body))
    return found


def _declarations(text: str) -> dict[str, str]:
    pairs = (declaration.partition(":") for declaration in text.split(";") if ":" in declaration)
    return {key.strip(): value.strip() for key, _, value in pairs}


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]
