"""The way to what ran in the background, in the status bar."""

from PySide6.QtWidgets import QPushButton

from kinerja_desktop.ui.base.context import Context


class DiaryButton(QPushButton):
    """Hidden until something ran; the list stands beside the window, which goes on."""

    def __init__(self, context: Context) -> None:
        super().__init__("Pekerjaan")
        self._diary = context.diary
        self.setFlat(True)
        self.clicked.connect(self.open)
        self.hide()
        context.diary.changed.connect(self._tell)

    def open(self) -> None:
        """Show the list."""
        # No window needs it before somebody asks.
        from kinerja_desktop.ui.shell.diary_dialog import DiaryDialog

        DiaryDialog(self.window(), self._diary).show()

    def _tell(self) -> None:
        last = self._diary.works[-1]
        self.setToolTip(f"Terakhir: {last.name}, {last.state.value}. Tekan untuk daftarnya.")
        self.show()
