"""Draws on one page: text, tabular figures, lines and boxes, measured from the top left corner in points."""

from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFDocument

from desktop.documents.drawing import faces
from desktop.documents.drawing.faces import Face
from desktop.documents.drawing.ink import Ink, Style

_KAPPA = 0.5523
"""Where the handles of a Bézier curve stand that passes for a quarter of a circle of radius 1."""

_SPACES = str.maketrans("\u00a0\u202f", "  ")


@dataclass(slots=True)
class Pen:
    """A page being drawn; `operators` is its content so far. Colours do not carry over between calls."""

    doc: PDFDocument
    height: float
    operators: list[str] = field(default_factory=list)

    def text(self, x: float, baseline: float, text: str, style: Style, face: Face | None = None) -> None:
        """Write one line from x rightwards, in another face than the style's if one is given."""
        y = self.height - baseline
        shown = [f"BT {style.ink.fill} {x:.2f} {y:.2f} Td"]
        for drawn_in, part in faces.runs(text, face or style.face):
            for name, codes in faces.encoded(part, drawn_in, self.doc):
                shown.append(f"{name} {style.size:g} Tf <{codes}> Tj")
        self.draw(" ".join([*shown, "ET"]))

    def right(self, x: float, baseline: float, text: str, style: Style, face: Face | None = None) -> None:
        """Write one line that ends at x."""
        self.text(x - faces.width(text, face or style.face, style.size), baseline, text, style, face)

    def centred(self, x: float, baseline: float, text: str, style: Style) -> None:
        """Write one line with its middle at x."""
        self.text(x - faces.width(text, style.face, style.size) / 2, baseline, text, style)

    def figures(self, x: float, baseline: float, amount: str, style: Style) -> None:
        """Write an amount that ends at x, all figures of one width; words in its place stay words."""
        is_amount = not amount.translate(_SPACES).strip(faces.AMOUNTS)
        self.right(x, baseline, amount, style, style.figures if is_amount else None)

    def line(self, x1: float, y1: float, x2: float, y2: float, ink: Ink, width: float = 0.5) -> None:
        start, end = f"{x1:.2f} {self.height - y1:.2f}", f"{x2:.2f} {self.height - y2:.2f}"
        self.draw(f"{ink.stroke} {width:.2f} w {start} m {end} l S")

    def dashes(self, x1: float, x2: float, y: float, ink: Ink) -> None:
        """Draw a dashed level line, where paper is to be folded or cut."""
        self.draw("[3 3] 0 d")
        self.line(x1, y, x2, y, ink)
        self.draw("[] 0 d")

    def box(self, x: float, top: float, width: float, height: float, ink: Ink) -> None:
        """Fill a rectangle."""
        self.draw(f"{ink.fill} {x:.2f} {self.height - top - height:.2f} {width:.2f} {height:.2f} re f")

    def frame(self, x: float, top: float, width: float, height: float, ink: Ink, line: float = 0.8) -> None:
        """Draw the outline of a rectangle."""
        corner = f"{x:.2f} {self.height - top - height:.2f}"
        self.draw(f"{ink.stroke} {line:.2f} w {corner} {width:.2f} {height:.2f} re S")

    def disc(self, x: float, y: float, radius: float, ink: Ink) -> None:
        """Fill a circle around (x, y)."""
        reach = radius * _KAPPA
        arcs = ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0))
        y = self.height - y
        path = [f"{x + radius:.2f} {y:.2f} m"]
        for x1, y1, x2, y2 in arcs:
            points = (
                (x + radius * x1 + reach * x2, y + radius * y1 + reach * y2),
                (x + radius * x2 + reach * x1, y + radius * y2 + reach * y1),
                (x + radius * x2, y + radius * y2),
            )
            path.append(" ".join(f"{px:.2f} {py:.2f}" for px, py in points) + " c")
        self.draw(f"{ink.fill} {' '.join(path)} f")

    def drawing(self, x: float, top: float, scale: float, operators: str) -> None:
        """Place ready operators whose own axes start top left and go right and down, one unit = `scale`."""
        self.draw(f"q {scale:.4f} 0 0 {-scale:.4f} {x:.2f} {self.height - top:.2f} cm {operators} Q")

    def draw(self, operators: str) -> None:
        """Add operators as they are."""
        self.operators.append(operators)
