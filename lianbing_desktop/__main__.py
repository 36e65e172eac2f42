"""`lianbing` and `python -m lianbing_desktop`."""

import sys

INTAKE_CHILD = "--intake-child"
"""What a frozen program is called with as the child that reads one foreign file: ``reading.intake.launch``."""


def main() -> int:
    """Run the desk or a command; as the child nothing else is loaded, since Qt alone would eat half its memory."""
    if sys.argv[1:2] == [INTAKE_CHILD]:
        from lianbing_desktop.reading.intake import child

        return child.main(sys.argv[2:])
    from lianbing_desktop import app

    return app.main()


if __name__ == "__main__":
    sys.exit(main())
