"""Second-hand forms that words alone decide: "quoted an official as saying X", "citing officials, A reported X".

The tagger often splits these the wrong way round. Who is quoted "as saying" is the source and what follows is the
content; who is cited is a source beside the one who cites, with the same content. The chain finds the relay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.attribution.passages import Passages
from sayso.patterns import kept
from sayso.tagger.spans import Attribution
from sayso.types import Span

#: Right behind whom somebody quotes.
AS_SAYING = kept(r"\s+as\s+(?:saying|stating|telling)\b")
_QUOTED = kept(
    r"\b(?P<cue>quot(?:ed|es|ing|e)|cit(?:ed|es|ing|e))\s+(?P<source>(?:\b(?:M[rs]s?|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Rev|St|"
    r"[A-Z])\.|[^.;:\"“”\n]){2,140}?)\s+as\s+"
    r"(?:saying|stating|telling\s+[^.,;\n]{2,40}?)(?:,|\s+that|\s*:)?\s+"
)
#: "Ada Prior was", "the mayor, a former judge, has been"; the subject of its clause.
_WAS = kept(
    r"(?:\A|(?<=[.;:,\"“”\n] )|(?<=\n)|\b(?:and|but|while|that|when|as)\s)?(?P<who>(?!(?:and|but|while|that|when|as)\b)"
    r"[^.;:,\"“”\n]{2,80}?)(?:,[^;:\"“”\n]{2,80},)?\s+(?:was|were|is|are|(?:has|have|had)\s+been|being)\s+"
    r"(?:\w+ly\s+|also\s+|later\s+|earlier\s+|widely\s+)?\Z"
)
_CITING = kept(r"\b(?P<cue>[Cc]iting|[Qq]uoting)\s+(?P<source>[^.;:,\"“”\n]{2,100}?)(?=\s*[,.;\n]|\s+reported\b|\s*$)")
#: What is cited is a source where it names people, a body or a text; "citing concerns" gives a reason.
CITABLE = frozenset(
    """official officials source sources person people witness witnesses service services police authority authorities
    agency agencies ministry ministries spokesman spokeswoman spokesperson spokesmen statement statements report reports
    document documents data figures records filing filings study studies survey poll lawyer lawyers doctor doctors
    hospital resident residents leader leaders diplomat diplomats company newspaper newspapers media commander minister
    executive executives employees aide aides adviser advisers relatives family military army department office council
    group groups transcript letter email emails memo analysts experts investigators""".split()
)
#: What is cited as a ground says nothing: "on condition of anonymity, citing the sensitivity of the talks".
_GROUNDS = frozenset(
    """sensitivity delicacy concern concerns fear fears risk risks policy policies privacy safety security need needs
    lack rule rules protocol nature retribution retaliation reprisals circumstances weather health reason reasons cost
    costs pandemic uncertainty danger threat threats shortage shortages pressure pressures right rights
    confidentiality""".split()
)
_STOP = frozenset("""who that which from with in of at on for close familiar briefed""".split())


#: One of these stands in every match of "quoted an official as saying".
_TOLD = ("saying", "stating", "telling")


def relayed(text: str, found: Sequence[Attribution], where: Passages) -> list[Attribution]:
    """``found`` with these forms set right; order is not kept."""
    out = _quoted_as_saying(text, list(found), where) if any(word in text for word in _TOLD) else list(found)
    out = _was_told(text, out)
    return _cited(text, out, where) if "iting" in text or "uoting" in text else out


def _quoted_as_saying(text: str, found: list[Attribution], where: Passages) -> list[Attribution]:
    for match in _QUOTED.finditer(text):
        cue, source, said = Span(*match.span("cue")), Span(*match.span("source")), match.end()
        sentence = where.sentence(cue.begin)
        if not (sentence.begin <= cue.begin and said < sentence.end):
            continue
        form = Span(cue.begin, said)
        mine = [a for a in found if _is_of(a, form)]
        if not mine:
            continue
        content = _after(said, mine) or (Span(said, sentence.end),)
        best = max(mine, key=lambda a: a.score)
        if source.of(text).startswith("by "):
            subject = _subject(text, Span(sentence.begin, cue.begin))
            if subject is None:
                continue
            source = subject
        found = [a for a in found if a not in mine]
        found.append(replace(best, source=source, cue=(cue,), content=content, how="explicit"))
    return found


#: "the mayor was told", of which the cue may be "told" or "was told".
_PASSIVE = kept(
    r"(?:\s*,[^,.;:\n]{2,60},)?\s+(?:(?:also|later|then|once|only|reportedly)\s+)?"
    r"(?:was|were|is|are|(?:has|have|had)\s+been|being|been)\s+(?:\w+ly\s+|also\s+|first\s+|then\s+)?"
    r"(?:told|informed|warned|advised|assured|notified)\Z"
)
_TELLER = kept(r"\s+(?:\w+\s+){0,2}?by\s+(?P<who>[^.,;:“”\"\n]{2,60}?)(?=\s+(?:that|about|of|on|in|to)\b|[,.;])")


def _was_told(text: str, found: list[Attribution]) -> list[Attribution]:
    """Who "was told" something has not said it: who told it has; the words around it stand where nobody is."""
    out = []
    for a in found:
        if a.source is None or not a.cue or not _PASSIVE.match(text, a.source.end, a.cue[-1].end):
            out.append(a)
            continue
        teller = _TELLER.match(text, a.cue[-1].end)
        if teller:
            out.append(replace(a, source=Span(*teller.span("who"))))
        elif not any(b is not a and any(span.contains(a.content[0]) for span in b.content) for b in found):
            out.append(replace(a, source=None))
    return out


def _subject(text: str, before: Span) -> Span | None:
    """Who "was quoted by Kestrel", in what stands before "quoted"."""
    match = _WAS.search(text, *before)
    return Span(*match.span("who")) if match else None


def _is_of(a: Attribution, form: Span) -> bool:
    """Made of this form's own words: its cue in it, or without a cue its source."""
    anchor = a.cue or ((a.source,) if a.source else ())
    reaches = a.end > form.end or all(form.contains(span) for span in a.content)
    return reaches and any(form.overlaps(span) for span in anchor)


def _after(said: int, mine: Sequence[Attribution]) -> tuple[Span, ...]:
    """What follows "as saying", from the attribution whose content begins nearest to it."""
    contents = [tuple(Span(max(s.begin, said), s.end) for s in a.content if s.end > said) for a in mine]
    return min((c for c in contents if c), key=lambda c: c[0].begin - said, default=())


def _cited(text: str, found: list[Attribution], where: Passages) -> list[Attribution]:
    for match in _CITING.finditer(text):
        cue, source = Span(*match.span("cue")), Span(*match.span("source"))
        if _ground(source.of(text)):
            found = [a for a in found if a.source is None or not source.contains(a.source)]
        if not _citable(source.of(text)):
            continue
        sentence = where.sentence(cue.begin)
        form = Span(cue.begin, source.end)
        mine = [a for a in found if any(form.overlaps(s) for s in a.cue)]
        main = [
            a
            for a in found
            if a not in mine
            and a.cue
            and any(sentence.contains(s) for s in a.cue)
            and not any(form.overlaps(s) for s in a.content)
        ]
        if not main:
            continue
        nearest = min(main, key=lambda a: _away(text, form, a))
        base = max(mine, key=lambda a: a.score) if mine else replace(nearest, title=None, why=None, act={}, type={})
        found = [a for a in found if a not in mine]
        found.append(replace(base, source=source, cue=(cue,), content=nearest.content, how="explicit"))
    return found


def _away(text: str, form: Span, a: Attribution) -> tuple[bool, int]:
    """How far an attribution's nearest words are from what cites, in another part of the sentence or not."""
    gaps = [
        (span.end, form.begin) if span.end <= form.begin else (form.end, span.begin) for span in (*a.cue, *a.content)
    ]
    low, high = min(gaps, key=lambda gap: gap[1] - gap[0])
    return ";" in text[low:high], high - low


def _ground(words: str) -> bool:
    """Whether a ground is named: its noun before any "of", no proper name."""
    head = re.split(r"\s(?:of|over|about|that|for|to|in|with)\b", words)[0].split()
    return bool(head) and head[-1].lower() in _GROUNDS


def _citable(words: str) -> bool:
    """Names someone or something that can say: a noun of the list before any "who" or "of", or a proper name."""
    head: list[str] = []
    for word in words.split():
        if head and word.lower() in _STOP:
            break
        head.append(word)
    return bool(head) and (head[-1].lower() in CITABLE or (head[-1][:1].isupper() and len(head[-1]) > 1))
