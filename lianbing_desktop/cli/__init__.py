"""The commands: the same services without a window."""

from collections.abc import Sequence
from contextlib import suppress

import click

from lianbing_desktop.cli.commands import lianbing
from lianbing_desktop.cli.printing import complain, flush, prepare
from lianbing_desktop.cli.session import OpenDesk, Session, ShowWindow
from lianbing_desktop.cli.wording import usage_words
from lianbing_desktop.errors import UserError

INTERRUPTED = 130


def run(argv: Sequence[str], open_desk: OpenDesk, show_window: ShowWindow) -> int:
    """Run the command given, or open the window where there is none; return the exit status.

    0 all is well, 1 a UserError or findings, 2 a command that cannot be understood, 130 Ctrl+C.
    """
    prepare()
    session = Session(open_desk, show_window)
    try:
        status = lianbing.main(list(argv), prog_name="lianbing", standalone_mode=False, obj=session)
        return flush(int(status or 0))
    except UserError as error:
        complain(error.message, error.details)
        return 1
    except click.UsageError as error:
        complain(*usage_words(error))
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        with suppress(OSError):
            complain("已中断。")
        return INTERRUPTED
