"""What we are handed: files from outside, turned into domain values."""
