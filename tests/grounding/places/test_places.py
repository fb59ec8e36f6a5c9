"""Where places are, and which words name them; the sentences are made up, the places are real."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.grounding.places import Hints, find_places, resolve
from sayso.grounding.places.gazetteer import KINDS, gazetteer
from sayso.grounding.places.governments import country_name, demonym_at_start, government_of
from sayso.grounding.places.names import key_of
from sayso.types import Place, Span


def placed(text: str, *names: str, hints: Hints | None = None) -> list[Place]:
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    return [r.place for r in resolve(spans, text, hints)]


# text, name, country, whole degrees north and east
RESOLVED = [
    ("The mayor of London, Ontario, thanked Toronto.", "London", "CA", (42, -81)),
    ("Police in Paris, Texas, held two men from Dallas.", "Paris", "US", (33, -95)),
    ("She flew from Paris to Berlin.", "Paris", "FR", (48, 2)),
    ("Voters in Springfield, Ill., chose a new board.", "Springfield", "US", (39, -89)),
    ("Shells fell on Kherson, Ukrainian officials said.", "Kherson", "UA", (46, 32)),
    ("Crops in the Kherson region failed.", "Kherson region", "UA", (46, 33)),
    ("The talks in Kiev failed.", "Kiev", "UA", (50, 30)),
    ("Georgia accused Russia of shelling villages near Tbilisi.", "Georgia", "GE", (42, 43)),
    ("Georgia's governor spoke in Atlanta and Savannah.", "Georgia", "US", (32, -83)),
    ("Crews came to Cambridge from Ely and Peterborough.", "Cambridge", "GB", (52, 0)),
    ("Crews came to Cambridge from Boston and Somerville.", "Cambridge", "US", (42, -71)),
    ("American forces left.", "American", "US", (39, -98)),
    ("Officials in Washington said so, as did Moscow.", "Washington", "US", (38, -77)),
]


@pytest.mark.parametrize(("text", "name", "country", "at"), RESOLVED, ids=[r[0] for r in RESOLVED])
def test_resolved(text: str, name: str, country: str, at: tuple[int, int]) -> None:
    mentions = [m.span for m in find_places(text)]
    wanted = Span(text.index(name), text.index(name) + len(name))
    spans = sorted({wanted, *(s for s in mentions if not s.overlaps(wanted))})
    place = resolve(spans, text)[spans.index(wanted)].place
    assert place.country == country
    assert place.latitude is not None
    assert place.longitude is not None
    assert (int(place.latitude), int(place.longitude)) == at
    assert place.span == wanted


def test_nothing_is_forced() -> None:
    (place,) = placed("The hamlet of Zzorvlinx burned.", "Zzorvlinx")
    assert place == Place("Zzorvlinx", None, None, None, Span(14, 23))


def test_a_name_that_could_be_anywhere_stays_open() -> None:
    (place,) = placed("A man from Richmond was fined.", "Richmond")
    assert (place.country, place.latitude) == (None, None)


def test_the_outlets_country_counts() -> None:
    text = "A man from Worcester was fined."
    (there,) = placed(text, "Worcester", hints=Hints(outlet="https://www.example.co.uk/a"))
    (here,) = placed(text, "Worcester")
    assert (there.country, here.country) == ("GB", "US")


FOUND = [
    ("He lives in Jordan.", ["Jordan"]),
    ("Jordan Vale said it rained.", []),
    ("Mr. Jordan said it rained.", []),
    ("The Washington Post reported it.", []),
    ("She went from Oslo to New York and on to St. Louis, Mo.", ["Oslo", "New York", "St. Louis", "Mo."]),
    ("Reading is fun in May.", []),
    ("French officials met in Ivory Coast's capital.", ["Ivory Coast"]),
    ("It hit us in the US, not in the UK.", ["US", "UK"]),
    ("Paris Hilton danced.", []),
]


@pytest.mark.parametrize(("text", "names"), FOUND)
def test_found(text: str, names: list[str]) -> None:
    assert [m.span.of(text) for m in find_places(text)] == names


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(st.sampled_from(["Paris", "Texas", ",", " ", "in", "St.", "U.S.", "the", "Post", "'s", "-"])).map(
            " ".join
        ),
    )
)  # fmt: skip
def test_spans_slice_back_in_order(text: str) -> None:
    mentions = find_places(text)
    end = 0
    for mention in mentions:
        assert end <= mention.span.begin < mention.span.end <= len(text)
        end = mention.span.end
    answers = resolve([m.span for m in mentions], text)
    assert [a.place.span for a in answers] == [m.span for m in mentions]
    assert all(0 <= a.probability <= 1 + 1e-9 for a in answers)


def test_any_span_resolves_without_failing() -> None:
    text = "x (,) the . ' 🙂 Å"
    spans = [Span(b, e) for b in range(len(text)) for e in range(b + 1, len(text) + 1)]
    assert len(resolve(spans, text, Hints(outlet="www.", dateline=("", "?")))) == len(spans)


def test_the_gazetteer_is_whole() -> None:
    names = gazetteer()
    assert len(names) > 200_000
    for name in ("Nairobi", "Saint Petersburg", "St. Petersburg", "Ukraine", "São Paulo", "Sao Paulo", "West Bank"):
        entry = names.find(name)[0]
        assert -90 <= entry.latitude <= 90
        assert -180 <= entry.longitude <= 180
        assert entry.kind in KINDS
    assert names.find("Nairobi")[0].capital
    assert names.find("") == ()


def test_one_key_for_every_spelling() -> None:
    assert len({key_of(n) for n in ("St. John's", "Saint Johns", "SAINT JOHN’S", "St John's")}) == 1


GOVERNMENTS = [
    ("Kyiv", "UA", "capital"),
    ("Moscow's envoy", "RU", "capital"),
    ("the Kremlin", "RU", "seat"),
    ("Downing Street", "GB", "seat"),
    ("Iranian officials", "IR", "demonym"),
    ("South Korean troops", "KR", "demonym"),
    ("the Dutch government", "NL", "demonym"),
    ("Russians", "RU", "demonym"),
    ("U.S. officials", "US", "demonym"),
    ("Saudi Arabia", "SA", "country"),
]


@pytest.mark.parametrize(("words", "country", "rule"), GOVERNMENTS)
def test_government(words: str, country: str, rule: str) -> None:
    found = government_of(words)
    assert found is not None
    assert (found.country, found.rule, found.name) == (country, rule, country_name(country))


@pytest.mark.parametrize("words", ["Washington Post", "Hamilton", "the spokesman", "", "'s", "Kyiv Weekly"])
def test_no_government(words: str) -> None:
    assert government_of(words) is None
    assert demonym_at_start(words) is None
