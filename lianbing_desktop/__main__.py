"""`lianbing` and `python -m lianbing_desktop`."""

import sys

from lianbing_desktop.app import main

if __name__ == "__main__":
    sys.exit(main())
