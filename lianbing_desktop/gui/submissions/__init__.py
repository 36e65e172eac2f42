"""The page 报送清单."""
