"""What we do: one class per noun, one method per thing the officer does."""
