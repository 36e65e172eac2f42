"""What we remember: the only code that knows tables."""
