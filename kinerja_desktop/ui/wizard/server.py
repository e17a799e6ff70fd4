"""Where the data is when it is not on this PC: the address of the office's server."""

from PySide6.QtWidgets import QVBoxLayout, QWizardPage

from kinerja_desktop.server_address import ServerAddress
from kinerja_desktop.ui.base.server_form import ServerForm
from kinerja_desktop.ui.base.tasks import TaskRunner
from kinerja_desktop.ui.wizard.scrolled import ScrolledBody


class ServerPage(QWizardPage):
    """The page for an office whose data several PCs share."""

    def __init__(self, tasks: TaskRunner) -> None:
        super().__init__()
        self.setTitle("Server kantor")
        self.setSubTitle(
            "Data tersimpan di server PostgreSQL kantor, dan beberapa orang mengisinya bersama. "
            "Alamat dan nama pengguna dari orang yang menyiapkan server."
        )
        self.form = ServerForm(tasks)
        self.form.changed.connect(lambda: self.completeChanged.emit())
        layout = QVBoxLayout(ScrolledBody(self).inside)
        layout.addWidget(self.form)
        layout.addStretch()
        self.setFinalPage(True)

    def address(self) -> ServerAddress:
        """Return the address that was tried."""
        return self.form.address()

    def isComplete(self) -> bool:
        return self.form.found is not None and self.form.found.can_open

    def nextId(self) -> int:
        return -1
