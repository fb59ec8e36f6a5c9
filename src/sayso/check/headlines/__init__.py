"""What a headline or a first paragraph says, against what the story does."""
