"""An observer who sees windows being mapped on a local X screen, told by the server itself."""

import socket
import struct
import time
from dataclasses import dataclass, field

_CREATE_NOTIFY, _MAP_NOTIFY, _CONFIGURE_NOTIFY = 16, 19, 22
_SUBSTRUCTURE_NOTIFY = 1 << 19
_SMALLEST = (600, 400)


@dataclass
class Screen:
    """An X screen, watched over its own connection: a mapping is told by the server, so that no polling costs time."""

    name: str
    _socket: socket.socket
    _sizes: dict[int, tuple[int, int]] = field(default_factory=dict)

    @classmethod
    def connect(cls, number: int) -> "Screen":
        """Open a connection to the local server and ask it to tell of every top-level window."""
        connection = socket.socket(socket.AF_UNIX)
        connection.connect(f"/tmp/.X11-unix/X{number}")
        screen = cls(f":{number}", connection)
        connection.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))
        status, length = struct.unpack("<B5xH", screen._read(8))
        setup = screen._read(length * 4)
        assert status == 1, "X server refused the connection"
        vendor, formats = struct.unpack_from("<H", setup, 16)[0], setup[21]
        (root,) = struct.unpack_from("<I", setup, 32 + (vendor + 3) // 4 * 4 + formats * 8)
        connection.sendall(struct.pack("<BxHIII", 2, 4, root, 0x800, _SUBSTRUCTURE_NOTIFY))
        return screen

    def forget(self) -> None:
        """Drop what was told before now."""
        self._socket.settimeout(0.2)
        try:
            while self._socket.recv(65536):
                pass
        except TimeoutError:
            self._sizes.clear()

    def wait_for_window(self, timeout: float) -> float:
        """Return the `perf_counter` at which a window of at least 600×400 was mapped."""
        deadline = time.perf_counter() + timeout
        while True:
            self._socket.settimeout(max(deadline - time.perf_counter(), 0.001))
            if self._is_window_mapped(self._read(32)):
                return time.perf_counter()

    def _is_window_mapped(self, event: bytes) -> bool:
        kind, window = event[0] & 0x7F, struct.unpack_from("<I", event, 8)[0]
        if kind == _CREATE_NOTIFY:
            self._sizes[window] = struct.unpack_from("<HH", event, 16)
        elif kind == _CONFIGURE_NOTIFY:
            self._sizes[window] = struct.unpack_from("<HH", event, 20)
        width, height = self._sizes.get(window, (0, 0))
        return kind == _MAP_NOTIFY and width >= _SMALLEST[0] and height >= _SMALLEST[1]

    def _read(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            part = self._socket.recv(size - len(data))
            assert part, "X server went away"
            data += part
        return data
