"""Names, and what is told of those who bear them."""
