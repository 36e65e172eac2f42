"""A notification server in a process of its own: prints each call as a line of JSON, presses what it is told to.

``python notification_server.py full|plain|silent``: with actions and markup, with neither, or never answering.
On its input ``press ID KEY`` presses an action of a message.
"""

import json
import sys
from itertools import count
from selectors import EVENT_READ, DefaultSelector

from jeepney import DBusAddress, HeaderFields, MessageType, message_bus, new_method_return, new_signal
from jeepney.io.blocking import open_dbus_connection

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
OFFERED = {"full": ["actions", "body", "body-markup"], "plain": ["body"], "silent": []}


def main(kind: str) -> None:
    bus, ids = open_dbus_connection(), count(1)
    bus.send_and_get_reply(message_bus.RequestName(NAME))
    say("ready", [])
    with DefaultSelector() as selector:
        selector.register(sys.stdin, EVENT_READ, "order")
        selector.register(bus.sock, EVENT_READ, "call")
        while True:
            if "order" in [key.data for key, _ in selector.select()]:
                words = sys.stdin.readline().split()
                if not words:
                    return
                emitter = DBusAddress(PATH, interface=NAME)
                bus.send(new_signal(emitter, "ActionInvoked", "us", (int(words[1]), words[2])))
                continue
            try:
                message = bus.receive(timeout=0)
            except TimeoutError:
                continue
            if message.header.message_type is not MessageType.method_call:
                continue
            name = message.header.fields[HeaderFields.member]
            say(name, list(message.body))
            if kind != "silent":
                bus.send(new_method_return(message, *answer(name, kind, ids)))


def answer(name: str, kind: str, ids: "count[int]") -> tuple[str, tuple[object, ...]]:
    if name == "GetServerInformation":
        return "ssss", ("试验通知", "练兵台", "1", "1.2")
    return ("as", (OFFERED[kind],)) if name == "GetCapabilities" else ("u", (next(ids),))


def say(name: str, body: list[object]) -> None:
    print(json.dumps([name, body], ensure_ascii=False, default=str), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
