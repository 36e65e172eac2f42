"""What we show: all of PySide6, and nothing else knows it."""
