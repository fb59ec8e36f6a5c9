"""Boosted trees, fitted beforehand, and how what is learned sees a sentence: the encoder's vectors, hashed words."""
