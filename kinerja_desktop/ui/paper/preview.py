"""Show a PDF: on screen the very bytes that go to paper and disk."""

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.choice_box import ChoiceBox

LEBAR, SATU = "Selebar halaman", "Satu halaman"
_Bar = Qt.ScrollBarPolicy
_FACTORS = (50, 75, 100, 125, 150, 200)
_CTRL = Qt.KeyboardModifier.ControlModifier
_ZOOM_IN, _ZOOM_OUT = QKeySequence.StandardKey.ZoomIn, QKeySequence.StandardKey.ZoomOut


class PdfPreview(QWidget):
    """A PDF with page numbers and zoom, or a sentence in its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pdf = b""
        self._buffer: QBuffer | None = None
        # Sibling of the view, never its child: QPdfView crashes when it deletes its own document.
        self.document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        # A bar that appears makes the page smaller, which lets the bar disappear: without end, and
        # the window stands still. A page that is fitted never needs the one below.
        self.view.setVerticalScrollBarPolicy(_Bar.ScrollBarAlwaysOn)
        self.view.setHorizontalScrollBarPolicy(_Bar.ScrollBarAlwaysOff)
        self.view.setAccessibleName("Pratinjau dokumen")
        self.message = QLabel()
        self.message.setObjectName("redup")
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setMargin(style.LARGE * 2)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.message)
        self.stack.addWidget(self.view)
        self.page_label = QLabel()
        self.previous = self._make_button("‹", "Halaman sebelumnya", -1)
        self.next = self._make_button("›", "Halaman berikutnya", 1)
        self.zoom = self._make_zoom()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SMALL)
        layout.addLayout(self._make_bar())
        layout.addWidget(self.stack, 1)
        navigator = self.view.pageNavigator()
        navigator.currentPageChanged.connect(self._show_page_number)
        for keys, words, step in ((_ZOOM_IN, "Memperbesar", 1), (_ZOOM_OUT, "Memperkecil", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setWhatsThis(words)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._step_zoom(step))
        self.view.viewport().installEventFilter(self)
        self.setFocusProxy(self.view)
        self.show_message("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Ctrl with the wheel enlarge the page, as everywhere."""
        if isinstance(event, QWheelEvent) and event.modifiers() & _CTRL:
            self._step_zoom(1 if event.angleDelta().y() > 0 else -1)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the beginning or the end, as wherever one reads; pages are turned by the view."""
        bar = self.view.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home if self.pdf:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End if self.pdf:
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)

    def show_message(self, text: str) -> None:
        """Show a sentence instead of a document."""
        self.pdf = b""
        self.message.setText(text)
        self.stack.setCurrentWidget(self.message)
        self._enable(False)

    def show_pdf(self, pdf: bytes) -> None:
        """Show a document; the same page stays in sight when it is a new version of it."""
        page = self.view.pageNavigator().currentPage()
        # From memory: Qt keeps a file open even after close(), and Windows then locks it.
        buffer = QBuffer(self)
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(buffer)
        if self._buffer is not None:
            self._buffer.deleteLater()
        self._buffer = buffer
        self.pdf = pdf
        self.stack.setCurrentWidget(self.view)
        self._enable(True)
        self.go_to(min(page, self.document.pageCount() - 1))

    def go_to(self, page: int, down: float = 0) -> None:
        """Show a page, counted from 0, from a height on (0 its top, 1 its bottom)."""
        if 0 <= page < self.document.pageCount():
            height = self.document.pagePointSize(page).height()
            self.view.pageNavigator().jump(page, QPointF(0, down * height))
        self._show_page_number()

    def forget_place(self) -> None:
        """Begin at the first page with what is shown next."""
        if self.document.pageCount():
            self.go_to(0)

    def _make_button(self, text: str, name: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setAutoRaise(True)
        button.setMinimumSize(28, 28)
        button.clicked.connect(lambda: self.go_to(self.view.pageNavigator().currentPage() + step))
        return button

    def _make_zoom(self) -> QComboBox:
        box = ChoiceBox()
        box.setAccessibleName("Perbesaran")
        box.addItem(LEBAR, QPdfView.ZoomMode.FitToWidth)
        box.addItem(SATU, QPdfView.ZoomMode.FitInView)
        for percent in _FACTORS:
            box.addItem(f"{percent}%", percent / 100)
        box.currentIndexChanged.connect(self._apply_zoom)
        return box

    def _make_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(style.SMALL)
        for widget in (self.previous, self.page_label, self.next):
            bar.addWidget(widget)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(space)
        self.caption = QLabel("Perbe&saran")
        self.caption.setBuddy(self.zoom)
        bar.addWidget(self.caption)
        bar.addWidget(self.zoom)
        return bar

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bar()

    def _fit_bar(self) -> None:
        """Leave out what a narrow preview has no room for: the caption, then the choice itself.

        Ctrl with + and - enlarge the page all the same.
        """
        long, short = (self._write_place(is_short=short) for short in (False, True))
        words = self.page_label.fontMetrics().horizontalAdvance
        arrows = self.previous.sizeHint().width() + self.next.sizeHint().width()
        rest = self.width() - arrows - 6 * style.SMALL
        zoom, caption = self.zoom.sizeHint().width(), self.caption.sizeHint().width()
        has_caption = rest >= words(long) + zoom + caption
        self.caption.setVisible(has_caption)
        self.zoom.setVisible(rest >= words(short) + zoom)
        is_long = has_caption or rest >= words(long) + zoom * self.zoom.isVisibleTo(self)
        self.page_label.setText(long if is_long else short)

    def _write_place(self, *, is_short: bool) -> str:
        if not self.pdf:
            return ""
        page, count = self.view.pageNavigator().currentPage() + 1, self.document.pageCount()
        return f"{page}/{count}" if is_short else f"Halaman {page} dari {count}"

    def _apply_zoom(self) -> None:
        wanted = self.zoom.currentData()
        if isinstance(wanted, QPdfView.ZoomMode):
            self.view.setZoomMode(wanted)
            self.view.setHorizontalScrollBarPolicy(_Bar.ScrollBarAlwaysOff)
        else:
            self.view.setZoomMode(QPdfView.ZoomMode.Custom)
            self.view.setHorizontalScrollBarPolicy(_Bar.ScrollBarAsNeeded)
            self.view.setZoomFactor(wanted)

    def _step_zoom(self, step: int) -> None:
        first, last = self.zoom.findText(f"{_FACTORS[0]}%"), self.zoom.count() - 1
        present = self.zoom.currentIndex()
        start = present if present >= first else self.zoom.findText("100%") - step
        page = self.view.pageNavigator().currentPage()
        self.zoom.setCurrentIndex(max(first, min(last, start + step)))
        # Laid out anew it would begin at the first page.
        self.go_to(page)

    def _show_page_number(self) -> None:
        count = self.document.pageCount()
        page = self.view.pageNavigator().currentPage()
        self._fit_bar()
        self.previous.setEnabled(bool(self.pdf) and page > 0)
        self.next.setEnabled(bool(self.pdf) and page < count - 1)

    def _enable(self, enabled: bool) -> None:
        self.zoom.setEnabled(enabled)
        self._show_page_number()
