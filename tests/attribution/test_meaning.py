"""All steps together: nothing raises on odd spans, everything points into the reading, every value says why."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.meaning import meanings
from sayso.tagger.spans import Attribution
from sayso.types import ACTS, SourceRef, Span
from tests.attribution.said import Said, read, report

TEXT = (
    "Dam may burst, officials say\n\n“It held,” Tove Lind told the Harbour Gazette. "
    "The ministry did not deny the claim, which could not be verified.\n\n"
    "Norland accused Sudmark of mining the strait. Sudmark denies the accusation.\n\n"
)
offsets = st.integers(min_value=-3, max_value=len(TEXT) + 5)
spans = st.builds(Span, offsets, offsets)
attributions = st.builds(
    Attribution,
    source=st.none() | spans,
    cue=st.lists(spans, max_size=2).map(tuple),
    content=st.lists(spans, min_size=1, max_size=3).map(tuple),
    how=st.sampled_from(["explicit", "continued"]),
)
refs = st.builds(
    SourceRef,
    id=st.sampled_from(["p1", "p2", "p3"]),
    mention=st.none() | spans,
    name=st.sampled_from([None, "", "Tove Lind", "Harbour Gazette", "the"]),
    type=st.sampled_from(["person", "organization", "anonymous"]),
    title=st.none(),
    why=st.none(),
)


@given(st.lists(st.tuples(attributions, refs), max_size=6), st.sampled_from([None, "Harbour Gazette"]))
def test_odd_spans_never_raise(rows: list[tuple[Attribution, SourceRef]], outlet: str | None) -> None:
    found = meanings(report(TEXT, outlet), [a for a, _ in rows], [ref for _, ref in rows])
    ids = {f"s{i + 1}" for i in range(len(rows))}
    assert len(found.statements) == len(rows)
    above = {f"s{i + 1}": statement.parent for i, statement in enumerate(found.statements)}
    for id_ in ids:
        seen, at = set(), above[id_]
        while at is not None:
            assert at not in seen, "a statement stands in itself"
            seen.add(at)
            at = above[at]
    for statement in found.statements:
        assert statement.act in ACTS
        assert {*statement.about, *([statement.parent] if statement.parent else [])} <= ids
        assert {s.by for s in statement.standing} <= ids | {None}
    assert {d.statement for d in found.derivations} <= ids


def test_an_empty_report() -> None:
    assert meanings(report(""), [], []).statements == ()


def test_the_same_twice() -> None:
    said = Said("Sudmark of mining the strait", "accused", "Norland")
    assert read(TEXT, said) == read(TEXT, said)


def test_every_value_has_a_derivation() -> None:
    found = read(
        TEXT,
        Said("“It held,”", "told", "Tove Lind"),
        Said("Sudmark of mining the strait", "accused", "Norland"),
        Said("the accusation", "denies", "Sudmark", after="Sudmark denies"),
    )
    why = {(d.statement, d.field): d for d in found.derivations}
    assert why["s1", "via"].rule == "medium"
    assert why["s2", "act"].rule == "cue:accused"
    assert why["s2", "standing"].rule == "denied by s3"
    about = why["s3", "about"]
    assert about.rule == "classifier: s2"
    assert about.span is not None
    assert about.span.of(TEXT) == "Sudmark of mining the strait"
    assert about.confidence is not None
    assert 0 < about.confidence <= 1
    assert {field for _, field in why} >= {"act", "firmness", "via", "about", "standing"}
