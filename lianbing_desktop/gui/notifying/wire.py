"""One connection to a D-Bus bus, used by one thread and ended from any: whatever it waits for ends with it."""

import os
import socket
from collections import deque
from contextlib import suppress
from selectors import EVENT_READ, DefaultSelector
from threading import Lock
from typing import Any

from jeepney import DBusAddress, DBusErrorResponse, HeaderFields, MatchRule, MessageType, message_bus, new_method_call
from jeepney.bus import get_bus
from jeepney.io.blocking import DBusConnection, prep_socket
from jeepney.low_level import Message

from lianbing_desktop.errors import UserError

_OPEN_SECONDS, _CALL_SECONDS = 1.0, 3.0
_KEPT = 100
_TROUBLE = (OSError, KeyError, ValueError, IndexError, RuntimeError, DBusErrorResponse)


class Wire:
    """``bus`` is ``SESSION`` or ``SYSTEM``. All but ``wake`` and ``close`` belong to the thread that opened it."""

    def __init__(self, bus: str) -> None:
        self._bus = bus
        self._ear, self._mouth = socket.socketpair()
        self._socket: socket.socket | None = None
        self._signals: deque[Message] = deque(maxlen=_KEPT)
        self._is_closed = False
        self._lock = Lock()

    def open(self) -> None:
        """Connect. Raises UserError: there is no bus, or it does not let us in."""
        try:
            found = prep_socket(_address(self._bus), timeout=_OPEN_SECONDS)
            with self._lock:
                self._socket = found
                if self._is_closed:
                    raise OSError("closed while opening")
            self._connection = DBusConnection(found)  # its greeting waits without limit, until ``close``
            found.settimeout(_CALL_SECONDS)
        except _TROUBLE as error:
            raise UserError("没有连上桌面的消息总线（D-Bus）。") from error

    def hear(self, **rule: str) -> None:
        """Listen to the signals of that ``sender``, ``interface`` and ``path``. Raises UserError."""
        self.call(message_bus.AddMatch(MatchRule(type="signal", **rule)))
        heard = MatchRule(type="signal", **{key: value for key, value in rule.items() if key != "sender"})
        self._connection.filter(heard, queue=self._signals)

    def call(self, message: Message) -> Message:
        """Call a method and return its reply. Raises UserError: nobody offers it, or no answer came in time."""
        try:
            reply = self._connection.send_and_get_reply(message, timeout=_CALL_SECONDS)
        except TimeoutError as error:
            raise UserError("桌面的消息服务没有回应。") from error
        except _TROUBLE as error:
            raise UserError("和桌面的消息总线（D-Bus）断开了。") from error
        if reply.header.message_type is MessageType.error:
            name = reply.header.fields.get(HeaderFields.error_name, "")
            raise UserError(f"桌面没有可用的消息服务（{name}）。")
        return reply

    def listen(self) -> list[Message]:
        """Wait for signals or ``wake`` and return the signals, if any. Raises UserError where the connection ends."""
        try:
            if not self._drained():
                self._sleep()
                self._drained()
        except _TROUBLE as error:
            raise UserError("和桌面的消息总线（D-Bus）断开了。") from error
        heard = list(self._signals)
        self._signals.clear()
        return heard

    def wake(self) -> None:
        """End the waiting of ``listen``; from any thread."""
        with suppress(OSError):
            self._mouth.send(b"!")

    def close(self) -> None:
        """End the connection and all waiting; from any thread."""
        with self._lock:
            self._is_closed = True
            if self._socket:
                with suppress(OSError):
                    self._socket.shutdown(socket.SHUT_RDWR)
        self.wake()

    def dispose(self) -> None:
        """Give back what the thread held, at its end."""
        for each in (self._ear, self._mouth, self._socket):
            if each:
                each.close()

    def _drained(self) -> bool:
        """Read what has come already; whether a signal was among it."""
        with suppress(TimeoutError):
            while True:
                self._connection.recv_messages(timeout=0)
        return bool(self._signals)

    def _sleep(self) -> None:
        with DefaultSelector() as selector:
            for each in (self._ear, self._connection.sock):
                selector.register(each, EVENT_READ)
            if any(key.fileobj is self._ear for key, _ in selector.select()):
                self._ear.recv(1024)
        if self._is_closed:
            raise OSError("closed")


def method(address: DBusAddress, name: str, signature: str = "", *arguments: Any) -> Message:
    """Return a method call."""
    return new_method_call(address, name, signature or None, arguments)


def _address(bus: str) -> str:
    """Return the bus's socket; the session's own place where the environment does not name it."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if bus == "SESSION" and "DBUS_SESSION_BUS_ADDRESS" not in os.environ and runtime:
        return os.path.join(runtime, "bus")
    return str(get_bus(bus))
