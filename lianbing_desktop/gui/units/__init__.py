"""The page 单位."""
