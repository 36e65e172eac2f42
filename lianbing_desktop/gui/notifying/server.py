"""The desktop's notification server: what it offers, a message shown by it, and what was pressed on it."""

from collections import OrderedDict
from collections.abc import Callable
from html import escape

from jeepney import DBusAddress, HeaderFields
from jeepney.low_level import Message

from lianbing_desktop.gui.notifying.notice import ACTIONS, Answer, Notice
from lianbing_desktop.gui.notifying.wire import Wire, method

_NAME, _PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
_AT = DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
_KEPT = 200
_ICON = "appointment-soon"
_DEFAULT_TIME = -1
_NORMAL = 1


class Server:
    """``pressed`` is called with the number given to a message and the key of the action."""

    def __init__(self, wire: Wire, pressed: Callable[[int, str], None]) -> None:
        self._wire, self._pressed = wire, pressed
        self._shown: OrderedDict[tuple[str, int], int] = OrderedDict()

    def open(self) -> None:
        """Connect and listen. Raises UserError."""
        self._wire.open()
        self._wire.hear(sender=_NAME, interface=_NAME, path=_PATH)

    def notify(self, number: int, notice: Notice) -> Answer:
        """Show a message. Raises UserError: nobody shows messages here, or the server does not answer."""
        name = str(self._wire.call(method(_AT, "GetServerInformation")).body[0])
        offered = set(self._wire.call(method(_AT, "GetCapabilities")).body[0])
        has_actions = "actions" in offered and notice.is_answerable
        actions = [word for action in ACTIONS for word in action] if has_actions else []
        body = escape(notice.body, quote=False) if "body-markup" in offered else notice.body
        hints = {"urgency": ("y", _NORMAL), "desktop-entry": ("s", "lianbing")}
        given = ("练兵台", 0, _ICON, notice.title, body, actions, hints, _DEFAULT_TIME)
        reply = self._wire.call(method(_AT, "Notify", "susssasa{sv}i", *given))
        self._keep((_sender(reply), reply.body[0]), number)
        return Answer(name, has_actions)

    def listen(self) -> None:
        """Wait for something pressed, or to be woken. Raises UserError where the connection ends."""
        for message in self._wire.listen():
            if message.header.fields.get(HeaderFields.member) == "ActionInvoked":
                key, action = message.body[:2]
                number = self._shown.get((_sender(message), key))  # a server started anew counts from one again
                if number is not None:
                    self._pressed(number, action)

    def _keep(self, key: tuple[str, int], number: int) -> None:
        self._shown[key] = number
        while len(self._shown) > _KEPT:
            self._shown.popitem(last=False)


def _sender(message: Message) -> str:
    return str(message.header.fields.get(HeaderFields.sender, ""))
