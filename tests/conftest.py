"""Settings of all tests."""

from hypothesis import settings

# A test says what is right, not how fast it is; the machine may be doing something else besides.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
