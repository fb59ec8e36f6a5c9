"""The text itself: marks, words, sentences and passages that something happened to."""
