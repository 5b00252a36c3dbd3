"""The shapes and placements of SVG, as paths and operators of PDF."""

import re
from collections.abc import Mapping
from math import cos, radians, sin, tan
from typing import Any, Final

_NUMBER: Final = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_PLACING: Final = re.compile(r"(\w+)\s*\(([^)]*)\)")
_VERBS: Final = (("m", 2), ("l", 2), ("c", 6), ("h", 0))


def outline(name: str, attributes: Mapping[str, str]) -> str | None:
    """The path of a shape in SVG's own notation; None for what is no plain shape."""

    def number(key: str, otherwise: str = "0") -> float:
        return float(attributes.get(key, otherwise))

    match name:
        case "path":
            return attributes.get("d", "")
        case "rect":
            width, height = number("width"), number("height")
            radius = min(number("rx", attributes.get("ry", "0")), width / 2, height / 2)
            return _rounded(number("x"), number("y"), width, height, radius)
        case "circle" | "ellipse":
            across = number("r") if name == "circle" else number("rx")
            down = number("r") if name == "circle" else number("ry")
            half = f"a {across} {down} 0 1 0"
            start = number("cx") - across
            return f"M {start} {number('cy')} {half} {2 * across} 0 {half} {-2 * across} 0 Z"
        case "polygon" | "polyline":
            return f"M {attributes.get('points', '')} Z"
        case _:
            return None


def path_operators(path: str) -> str:
    """A path in SVG's notation as the operators that trace it."""
    from reportlab.graphics.svgpath import SvgPath  # noqa: PLC0415 (slow to load; most landlords have no logo)

    traced: Any = SvgPath(path)
    points = [f"{value:.3f}".rstrip("0").rstrip(".") for value in traced.points]
    parts = []
    at = 0
    for operator in traced.operators:
        verb, count = _VERBS[operator]
        parts.append(" ".join([*points[at : at + count], verb]))
        at += count
    return " ".join(parts)


def placement(transform: str) -> str:
    """The operators of a `transform` attribute; an unknown function is a `ValueError`."""
    placed = []
    for name, inside in _PLACING.findall(transform):
        numbers = [float(found) for found in _NUMBER.findall(inside)]
        placed.append(" ".join(f"{value:.5g}" for value in _matrix(name, numbers)) + " cm")
    return " ".join(placed)


def _matrix(name: str, numbers: list[float]) -> tuple[float, ...]:
    first = numbers[0]
    second = numbers[1] if len(numbers) > 1 else None
    match name:
        case "matrix" if len(numbers) == 6:
            return tuple(numbers)
        case "translate":
            return (1, 0, 0, 1, first, second or 0.0)
        case "scale":
            return (first, 0, 0, first if second is None else second, 0, 0)
        case "rotate":
            x, y = numbers[1:3] if len(numbers) == 3 else (0.0, 0.0)
            c, s = cos(radians(first)), sin(radians(first))
            return (c, s, -s, c, x - c * x + s * y, y - s * x - c * y)
        case "skewX":
            return (1, 0, tan(radians(first)), 1, 0, 0)
        case "skewY":
            return (1, tan(radians(first)), 0, 1, 0, 0)
        case _:
            raise ValueError(name)


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    if not radius:
        return f"M {x} {y} h {width} v {height} h {-width} Z"
    level, upright = width - 2 * radius, height - 2 * radius
    turn = f"a {radius} {radius} 0 0 1"
    return (
        f"M {x + radius} {y} h {level} {turn} {radius} {radius} v {upright} {turn} {-radius} {radius} "
        f"h {-level} {turn} {-radius} {-radius} v {-upright} {turn} {radius} {-radius} Z"
    )
