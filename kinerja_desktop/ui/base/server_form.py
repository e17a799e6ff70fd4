"""The address of a server in the office's network, asked for field by field, and tried."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.server_address import (
    DEFAULT_PORT,
    Place,
    ServerAddress,
    is_server_address,
    read_server_address,
    write_server_address,
)
from kinerja_desktop.services.kantor.passwords import (
    asks_password,
    keep_password,
    with_kept_password,
)
from kinerja_desktop.services.kantor.server_check import ServerCheck, check_server
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.password_dialog import ask_password
from kinerja_desktop.ui.base.tasks import TaskRunner

_FIELDS = (
    ("host", "Nama &server", "nama komputer server, misalnya SERVER-KANTOR atau 192.168.1.10"),
    ("port", "P&ort", str(DEFAULT_PORT)),
    ("database", "Basis &data", "kinerja"),
    ("user", "&Pengguna", "nama Anda di server, dari pengelola"),
)
_USUAL = {"port": str(DEFAULT_PORT), "database": "kinerja"}


class ServerForm(QWidget):
    """Four fields, *Coba sambungan*, and what came of it.

    Signals:
        changed: another address stands there, or it has been tried.
    """

    changed = Signal()

    def __init__(
        self, tasks: TaskRunner, check: Callable[[ServerAddress], ServerCheck] | None = None
    ):
        """Make the form.

        Args:
            tasks: runs the try.
            check: tries an address; `check_server` when not given.
        """
        super().__init__()
        self._tasks = tasks
        self._check = check or check_server
        self._password, self._is_kept = "", False
        self._options: tuple[tuple[str, str], ...] = ()
        self.found: ServerCheck | None = None
        self.fields: dict[str, QLineEdit] = {}
        form = QFormLayout()
        for name, caption, hint in _FIELDS:
            line = QLineEdit(_USUAL.get(name, ""))
            line.setPlaceholderText(hint)
            line.setAccessibleName(caption.replace("&", ""))
            line.textChanged.connect(self._forget)
            form.addRow(caption, line)
            self.fields[name] = line
        self.try_button = QPushButton("&Coba sambungan")
        self.try_button.clicked.connect(self.try_now)
        self.told = QLabel()
        self.told.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.try_button)
        row.addWidget(self.told, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.MEDIUM)
        layout.addLayout(form)
        layout.addLayout(row)
        self._forget()

    def show_address(self, address: ServerAddress) -> None:
        """Fill the fields with an address."""
        for name, line in self.fields.items():
            line.setText(str(getattr(address, name)))
        self._options = address.options

    def address(self) -> ServerAddress:
        """Return what stands in the fields, with the password that was typed for it.

        Raises:
            KinerjaError: it is no address.
        """
        values = {name: line.text().strip() for name, line in self.fields.items()}
        if is_server_address(values["host"]):
            address = read_server_address(values["host"])
        else:
            port = values["port"] or str(DEFAULT_PORT)
            if not (port.isascii() and port.isdecimal() and 0 < int(port) < 65_536):
                raise KinerjaError(
                    f"Port '{port[:20]}' bukan angka 1–65535.", f"Biasanya {DEFAULT_PORT}."
                )
            made = ServerAddress(
                values["host"], int(port), values["database"], values["user"], self._options
            )
            # Once more through the one reader, which knows the folder beside the data.
            address = read_server_address(write_server_address(made))
        return replace(address, password=self._password)

    def try_now(self) -> None:
        """Try the address, asking for a password where the server wants one."""
        try:
            address = self.address()
        except KinerjaError as error:
            self._tell(str(error), "bahaya")
            return
        self.try_button.setEnabled(False)
        self._tell("Mencoba…", "redup")
        place = with_kept_password(address)
        self._tasks.run(
            lambda task: self._check(_as_address(place)),
            done=lambda found: self._take(_as_address(place), found),
            failed=lambda error: self._fail(_as_address(place), error),
        )

    def _take(self, address: ServerAddress, found: ServerCheck) -> None:
        self._password = address.password
        if self._is_kept:
            keep_password(address)
        self.found = found
        self.try_button.setEnabled(True)
        self._tell(found.state.value, "baik" if found.can_open else "bahaya")
        self.changed.emit()

    def _fail(self, address: ServerAddress, error: Exception) -> None:
        self.try_button.setEnabled(True)
        if not isinstance(error, KinerjaError):
            raise error
        if asks_password(error):
            answer = ask_password(self, address, is_wrong=bool(address.password))
            if answer is not None:
                self._password, self._is_kept = answer.password, answer.is_kept
                self.try_now()
                return
        self._tell(str(error), "bahaya")

    def _forget(self) -> None:
        self._password, self._is_kept, self.found = "", False, None
        self.try_button.setEnabled(bool(self.fields["host"].text().strip()))
        self._tell("Isi alamatnya, lalu tekan Coba sambungan.", "redup")
        self.changed.emit()

    def _tell(self, text: str, name: str) -> None:
        self.told.setText(text)
        self.told.setObjectName(name)
        self.told.style().polish(self.told)


def _as_address(place: Place) -> ServerAddress:
    assert isinstance(place, ServerAddress)
    return place
