"""How a reminder reaches the officer: a desktop message over D-Bus, else by the tray, else in the window."""
