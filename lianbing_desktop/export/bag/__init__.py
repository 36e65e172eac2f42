"""The bag (RFC 8493, BagIt 1.0): how a package is laid out, written, read and judged."""
