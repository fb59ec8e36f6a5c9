"""Sources without a name: who they are, what they say, and what the report tells of them."""
