"""What we hand over: domain values turned into files."""
