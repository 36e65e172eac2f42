"""The commands: the same services without a window. Loaded lightly, since the window is opened through here too."""

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from lianbing_desktop.cli.printing import complain, flush, prepare
from lianbing_desktop.cli.window import window_options
from lianbing_desktop.errors import UserError

if TYPE_CHECKING:
    from lianbing_desktop.cli.session import HoldHome, OpenDesk, Session, ShowWindow

INTERRUPTED = 130


def run(argv: Sequence[str], open_desk: "OpenDesk", show_window: "ShowWindow", hold_home: "HoldHome") -> int:
    """Run the command given, or open the window where there is none; return the exit status.

    0 all is well, 1 a UserError or findings, 2 a command that cannot be understood, 130 Ctrl+C.
    """
    prepare()
    try:
        options = window_options(argv)
        if options is not None:
            return flush(show_window(*options))
        from lianbing_desktop.cli.session import Session

        return _command(argv, Session(open_desk, show_window, hold_home))
    except UserError as error:
        complain(error.message, error.details)
        return 1
    except KeyboardInterrupt:
        return _interrupted()


def _command(argv: Sequence[str], session: "Session") -> int:
    import click

    from lianbing_desktop.cli.commands import lianbing
    from lianbing_desktop.cli.wording import usage_words

    try:
        return flush(int(lianbing.main(list(argv), prog_name="lianbing", standalone_mode=False, obj=session) or 0))
    except click.UsageError as error:
        complain(*usage_words(error))
        return error.exit_code
    except click.Abort:
        return _interrupted()


def _interrupted() -> int:
    with suppress(OSError):
        complain("已中断。")
    return INTERRUPTED
