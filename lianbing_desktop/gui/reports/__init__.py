"""The page 公文: official documents, what is filled in and what is not, and making them."""
