"""The page 日历."""
