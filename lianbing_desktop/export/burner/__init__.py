"""Burning an image onto a disc with the system's own means, and reading the disc back: always."""
