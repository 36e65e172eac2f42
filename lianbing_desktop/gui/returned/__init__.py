"""The page 下发与收回: forms to the units and back."""
