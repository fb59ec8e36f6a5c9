"""Sentences that hand on what nobody is given for: rumours, what "could not be verified", words of a private occasion,
posts of nobody's, another newsroom's work; as learned from sentences written for it."""
