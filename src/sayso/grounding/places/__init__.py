"""Places: which words of a text name places, and where those are."""

from sayso.grounding.places.finding import PlaceMention, find_places
from sayso.grounding.places.resolving import Hints, Resolution, resolve

__all__ = ["Hints", "PlaceMention", "Resolution", "find_places", "resolve"]
