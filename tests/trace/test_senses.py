"""What claims mean, as vectors: the same in whatever company, kept with their reports, and one claim known by them."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from sayso.cli._traced import write
from sayso.errors import ModelError
from sayso.ledger import Ledger
from sayso.trace import kept, whole
from sayso.trace.claims import senses
from sayso.trace.claims.assertions import Assertion, parts
from sayso.trace.claims.meant import Meant
from sayso.trace.claims.overlap import Lists
from sayso.trace.types import Claim, Trace
from sayso.types import Reading, Span
from tests.trace.told import Said, reading

MOTHER = "my boy was carried out with his leg broken"
CLINIC = "a child suffered a fractured limb"
PAYROLL = "nobody at the plant had been paid since the autumn"


#: What two reports of one event have in common, so that they are of one story, in the words of each.
SCENE = (
    "The ferry Tessaly struck the Lindqvist pier in Varnholm on Monday with 300 pupils from Norrgate aboard.",
    "Pupils from Norrgate, some 300, were aboard when the Tessaly hit the pier named for Lindqvist at Varnholm.",
    "Monday was pay day in Ostrava.",
)


def told(number: int, outlet: str, said: Said) -> Reading:
    text = f"{said.source} said {said.words}.\n\n{SCENE[number]}"
    return reading(text, [said], outlet=outlet, published=f"2026-05-0{number + 1}T08:00:00Z")


def readings() -> list[Reading]:
    return [
        told(0, "Orrin", Said(MOTHER, "Milda Krantz")),
        told(1, "Kestrel", Said(CLINIC, "Jonas Ekdal")),
        told(2, "Harbour Echo", Said(PAYROLL, "Ruth Anders")),
    ]


def claim_with(made: Trace, read: Reading) -> Claim:
    return next(c for c in made.claims if any(s.report == read.report.id for s in c.statements))


def assertions() -> list[Assertion]:
    return [part for page in whole.pages_of(readings()) for s in page.reading.statements for part in parts(page, s)]


def without_model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(senses, "MODEL", tmp_path / "none")


def test_two_witnesses_who_share_no_word_are_one_claim_and_the_model_says_why() -> None:
    one, other, third = readings()
    made = whole.trace([one, other, third], together=True)
    claim = claim_with(made, one)
    assert claim is claim_with(made, other)
    assert claim is not claim_with(made, third)
    assert claim.independent_origins.value == 2
    (together,) = claim.together
    assert {at.report for at in together.statements} == {one.report.id, other.report.id}
    assert together.likeness is not None
    assert together.meaning is not None
    assert together.likeness >= together.meaning > 0.5


def test_without_the_model_words_alone_tell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    without_model(monkeypatch, tmp_path)
    one, other, third = readings()
    made = whole.trace([one, other, third], together=True)
    assert claim_with(made, one) is not claim_with(made, other)
    assert not senses.senses(assertions()).any()


def test_the_command_says_that_the_model_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without_model(monkeypatch, tmp_path)
    made = whole.trace(readings(), together=True)
    texts = {each.report.id: each.report.text for each in readings()}
    assert write(made, texts, json=True, output=None) == 0
    assert "compared by their words alone" in capsys.readouterr().err


def test_a_vector_is_the_same_whatever_else_is_read() -> None:
    together = senses.senses(assertions())
    apart = [senses.senses([each])[0] for each in reversed(assertions())][::-1]
    assert together.any(axis=1).all()
    assert (together == np.array(apart)).all()


def test_clauses_of_one_sentence_have_vectors_of_their_own() -> None:
    said = Said("the pump had failed, and the guard had gone home at ten", "Milda Krantz")
    (page,) = whole.pages_of([told(0, "Orrin", said)])
    one, other = senses.senses(list(parts(page, page.reading.statements[0]))).astype(int)
    assert 0 < one @ other < 0.95 * senses.SCALE**2


def test_a_sentence_longer_than_the_model_reads_is_read_near_the_clause() -> None:
    words = "the guard had gone home at ten"
    long = "and then the crane stopped " * 60
    text = f"{long}{words} {long}"
    encoder = senses._encoder()
    (far,) = encoder.vectors(text, [Span(len(long), len(long) + len(words))])
    (end,) = encoder.vectors(long + words, [Span(len(long), len(long) + len(words))])
    assert far.astype(int) @ end > 0.8 * senses.SCALE**2
    assert encoder.vectors("", [Span(0, 0)]).shape == (1, senses.WIDTH)


def test_what_is_kept_comes_back() -> None:
    made = assertions()
    senses.senses(made)
    for page in {a.page for a in made}:
        assert senses.from_bytes(senses.to_bytes(page.senses)) == page.senses
    assert senses.from_bytes(senses.to_bytes({})) == {}


def test_nearness_of_groups_is_the_mean_of_their_wordings_in_whatever_company() -> None:
    rng = np.random.default_rng(3)
    vectors = rng.integers(-60, 60, (7, senses.WIDTH)).astype(np.int8)
    groups = [[0, 3], [1], [2, 4, 6], [5]]
    meant = Meant(Lists.of(groups), vectors)
    pairs = np.array([(i, j) for i in range(4) for j in range(i + 1, 4)])
    exact = [
        np.mean([vectors[a].astype(int) @ vectors[b].astype(int) for a in groups[i] for b in groups[j]])
        / senses.SCALE**2
        for i, j in pairs.tolist()
    ]
    assert meant.each(pairs) == pytest.approx(exact)
    least = sorted(exact)[2]
    near = {(i, j) for (i, j), value in zip(pairs.tolist(), exact, strict=True) if value >= least}
    assert {(i, j) for i, j in meant.near(least - 1e-9).tolist()} == near


def test_the_shipped_model_is_whole_and_a_damaged_one_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    senses.verify()
    shutil.copytree(senses.MODEL, tmp_path / "model")
    monkeypatch.setattr(senses, "MODEL", tmp_path / "model")
    (tmp_path / "model" / "encoder.onnx").write_bytes(b"no graph")
    with pytest.raises(ModelError):
        senses.verify()
    senses._encoder.cache_clear()
    with pytest.raises(ModelError):
        senses._encoder()
    senses._encoder.cache_clear()


def test_a_ledger_works_them_out_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other, third = readings()
    asked: list[str] = []
    real = senses._Encoder.vectors

    def counted(self: senses._Encoder, text: str, spans: list[Span]) -> senses.Senses:
        asked.append(text)
        return real(self, text, spans)

    monkeypatch.setattr(senses._Encoder, "vectors", counted)
    with Ledger(str(tmp_path / "desk.sqlite3")) as ledger:
        with ledger.write() as session:
            session.add(one)
            session.add(other)
        first = kept.trace(ledger)
        assert claim_with(first, one) is claim_with(first, other)
        seen = list(asked)
        assert seen
        with ledger.write() as session:
            session.add(third)
        assert kept.trace(ledger).claims
        assert not set(asked[len(seen) :]) & set(seen)
