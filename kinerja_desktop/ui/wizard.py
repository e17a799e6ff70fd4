"""The first start: what an office must tell before work can begin."""

from PySide6.QtWidgets import QWizard
from kinerja_desktop.ui.context import Context


class SetupWizard(QWizard):
    """Being written."""

    def __init__(self, context: Context) -> None:
        super().__init__()
