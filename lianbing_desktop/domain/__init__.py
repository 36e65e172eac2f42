"""What we know: the campaign's things and rules, in the standard library alone."""
