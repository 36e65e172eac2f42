"""The page 材料包."""
