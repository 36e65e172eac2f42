"""The doorbell: a second start of the program on the same data folder brings the first one's window up."""

from hashlib import sha256

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from lianbing_desktop.paths import Home

_WAIT_MS = 1_000
_RING, _HEARD = b"show\n", b"ok\n"
_QUIET = b"here\n"
_MOST = 16


class Doorbell(QObject):
    """Listens while the desk is open; only who holds the folder's lock may listen."""

    rang = Signal()

    def __init__(self, home: Home, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)
        QLocalServer.removeServer(_name(home))  # left by one that was killed: the lock is ours now
        self._server.listen(_name(home))

    def stop(self) -> None:
        """Listen no more."""
        self._server.close()

    def _on_connected(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.readyRead.connect(lambda caller=caller: self._on_heard(caller))
            caller.disconnected.connect(caller.deleteLater)

    def _on_heard(self, caller: QLocalSocket) -> None:
        word = bytes(caller.read(_MOST).data())
        if word in (_RING, _QUIET):
            caller.write(_HEARD)
        caller.disconnectFromServer()
        if word == _RING:
            self.rang.emit()


def ring(home: Home, is_quiet: bool = False) -> bool:
    """Ask the desk open on this folder to show its window, or only whether it is there; False where none answers."""
    socket = QLocalSocket()
    socket.connectToServer(_name(home))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.write(_QUIET if is_quiet else _RING)
    return socket.waitForReadyRead(_WAIT_MS) and bytes(socket.readAll().data()) == _HEARD


def _name(home: Home) -> str:
    return f"lianbing-{sha256(str(home.root.resolve()).encode()).hexdigest()[:24]}"
