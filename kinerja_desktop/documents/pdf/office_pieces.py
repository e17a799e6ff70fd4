"""What makes a paper an office's paper: kop, signatures, kode verifikasi."""

from collections.abc import Sequence

from kinerja_desktop.documents.fonts import face_name, printable, text_width
from kinerja_desktop.documents.naskah.blocks import (
    Letterhead,
    LetterheadLine,
    Signature,
    SignatureBlock,
)
from kinerja_desktop.documents.naskah.text import Run, Text
from kinerja_desktop.documents.pdf.pictures import draw_picture, draw_qr
from kinerja_desktop.documents.pdf.piece import MM, Canvas, Piece
from kinerja_desktop.documents.pictures.photos import picture_size
from kinerja_desktop.documents.typeset import Style, TextBox, set_text

#: Stands for the name of a signer who is not known yet.
UNSIGNED = "(" + "." * 44 + ")"


class LetterheadPiece(Piece):
    """Logo left, centred lines, a thin and a thick rule."""

    _GAP = 8.0
    _RULES = 5.0

    def __init__(self, kop: Letterhead) -> None:
        self._kop = kop
        self.space_after = 12.0

    def measure(self, width: float, page_height: float) -> None:
        """Centre the lines on the page, or beside the logo when they are too long."""
        self._width = width
        self._logo_width, self._logo_height = 0.0, 0.0
        if self._kop.logo:
            across, up = picture_size(self._kop.logo)
            self._logo_height = self._kop.logo_height * MM
            self._logo_width = min(self._logo_height * across / up, width / 3)
            self._logo_height = self._logo_width * up / across
        aside = self._logo_width + self._GAP if self._logo_width else 0.0
        longest = max((self._line_width(line) for line in self._kop.lines), default=0.0)
        is_centred = longest <= width - 2 * aside
        self._left = aside
        room = width - (2 if is_centred else 1) * aside
        self._boxes: list[TextBox] = [
            set_text(
                (Run(line.text, line.bold, False, line.underline),),
                room,
                Style(line.size, "center"),
            )
            for line in self._kop.lines
        ]
        self._text_height = sum(box.height for box in self._boxes)
        self.height = max(self._text_height, self._logo_height) + self._RULES + 4

    @staticmethod
    def _line_width(line: LetterheadLine) -> float:
        return text_width(printable(line.text), face_name(line.bold, False)) * line.size

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw logo, lines and rules."""
        body = self.height - self._RULES - 4
        if self._kop.logo:
            y = top - (body + self._logo_height) / 2
            draw_picture(canvas, self._kop.logo, x, y, self._logo_width, self._logo_height)
        y = top - (body - self._text_height) / 2
        for box in self._boxes:
            box.draw(canvas, x + self._left, y)
            y -= box.height
        y = top - body - 4
        for rule, line_width in ((y, 0.6), (y - 2.4, 2.0)):
            canvas.setLineWidth(line_width)
            canvas.line(x, rule, x + self._width, rule)


class RulePiece(Piece):
    """A line across the text."""

    _WIDTH = 0.8

    def __init__(self) -> None:
        self.height = 4.0
        self.space_after = 6.0

    def measure(self, width: float, page_height: float) -> None:
        """Go across the whole width."""
        self._across = width

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the line."""
        canvas.setLineWidth(self._WIDTH)
        canvas.line(x, top - self.height / 2, x + self._across, top - self.height / 2)


class VerificationPiece(Piece):
    """The QR of a kode verifikasi, with the kode and its purpose beside it."""

    keep_with_previous = True
    space_before = 8.0
    _GAP = 8.0

    def __init__(self, kode: str, note: str, side: float, size: float) -> None:
        self._kode = kode
        self._note = note
        self._side = side
        self._size = size

    def measure(self, width: float, page_height: float) -> None:
        """Set the text beside the QR."""
        room = min(width - self._side - self._GAP, 130 * MM)
        small = self._size - 3
        self._boxes = [
            set_text((Run("Kode verifikasi"),), room, Style(small)),
            set_text((Run(self._kode, bold=True),), room, Style(self._size - 1)),
            *([set_text(self._note, room, Style(small))] if self._note else []),
        ]
        self.height = max(self._side, _height(self._boxes))

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the QR and the lines beside its middle."""
        draw_qr(canvas, self._kode, x, top - self._side, self._side)
        y = top - (self.height - _height(self._boxes)) / 2
        for box in self._boxes:
            box.draw(canvas, x + self._side + self._GAP, y)
            y -= box.height


class SignaturePiece(Piece):
    """One or two columns, whose names stand at the same height."""

    keep_with_previous = True
    space_before = 14.0
    space_after = 10.0

    def __init__(self, block: SignatureBlock, size: float, aside: Sequence[Piece] = ()) -> None:
        self._block = block
        self._size = size
        self._aside = aside

    def measure(self, width: float, page_height: float) -> None:
        """Set both columns; narrow ones on landscape paper."""
        column = min(width * 0.46, 95 * MM)
        self._columns: list[tuple[float, list[TextBox], list[TextBox]]] = []
        for x, signature in ((0.0, self._block.left), (width - column, self._block.right)):
            if signature:
                self._columns.append(
                    (x, self._head(signature, column), self._foot(signature, column))
                )
        self._head_height = max(_height(head) for _, head, _ in self._columns)
        self._gap = self._block.gap_lines * self._size * 1.2
        foot = max(_height(foot) for _, _, foot in self._columns)
        self.height = self._head_height + self._gap + foot
        for piece in self._aside:
            piece.measure(width - column - 8 * MM, page_height)
        self.height = max(self.height, sum(map(_outer_height, self._aside)))

    def _set(self, text: Text, width: float) -> TextBox:
        return set_text(text, width, Style(self._size, "center"))

    def _head(self, signature: Signature, width: float) -> list[TextBox]:
        lines = (signature.date_line, *signature.head)
        return [self._set(line, width) for line in lines if line]

    def _foot(self, signature: Signature, width: float) -> list[TextBox]:
        name: Text = (
            (Run(signature.name, bold=True, underline=True),) if signature.name else UNSIGNED
        )
        return [self._set(line, width) for line in (name, *signature.below) if line]

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the columns; their heads end at the same height."""
        y = top
        for piece in self._aside:
            piece.draw(canvas, x, y - piece.space_before)
            y -= _outer_height(piece)
        for left, head, foot in self._columns:
            y = top - self._head_height + _height(head)
            for box in head:
                box.draw(canvas, x + left, y)
                y -= box.height
            y = top - self._head_height - self._gap
            for box in foot:
                box.draw(canvas, x + left, y)
                y -= box.height


def _height(boxes: list[TextBox]) -> float:
    return sum(box.height for box in boxes)


def _outer_height(piece: Piece) -> float:
    return piece.space_before + piece.height + piece.space_after
