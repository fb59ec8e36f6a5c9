"""Refusals to comment, failures to verify and denials, told by their fixed forms.

"The ministry declined to comment on the report", "did not respond to a request for comment", "There was no word from
the embassy", "The claim could not be independently verified". They are rare in training data but regular in wording, so
forms of the language's table find those that the tagger did not see and settle the act of those that it did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.attribution.cues import Form, any_of, forms, likely_at, table
from sayso.attribution.passages import Passages
from sayso.attribution.relayed import CITABLE
from sayso.attribution.sources.lexicon import ROLES
from sayso.attribution.views import words
from sayso.patterns import kept
from sayso.report.marks import Quotation
from sayso.tagger.spans import Attribution
from sayso.tokens import Sieve
from sayso.types import Span

#: When and to whom nothing was said.
_ADJUNCT = r"(?:at (?:this|the|that) (?:time|moment|stage|point)|to (?:reporters|journalists))"
_MATTER = kept(
    r"\s+(?:further\s+)?(?:(?:on|about|to|for|regarding|concerning|over|that)\s+)?"
    r"(?P<words>(?:[^;:,—“”()\"\n]|“[^”\n]{1,90}”|\"[^\"\n]{1,90}\"){2,240}?)"
    r"(?=\s*(?:[;:,—“”()\"\n]|\.?$)|\s+(?:–|-|but|while|because|although|though|when|citing|saying|until|during)\s"
    rf"|\s+{_ADJUNCT}\b"
    r"|\s+and\s+(?:[\w’'.-]+\s+){0,5}?(?:did|has|have|had|would|could|was|were|declined|refused|said|referred)\b)",
    re.IGNORECASE,
)
#: What follows a matter and is none of it.
_BEYOND = kept(rf"\s+(?:because|{_ADJUNCT}|when asked|during)\b")
#: Words after a refusal that open another clause or an adjunct, no matter.
_NO_MATTER = frozenset(
    "and but or nor when while as after before by because until since though although in at with late early yet".split()
)
_DAY = kept(
    r"(?:^|\s+)(?:on\s+|late\s+|early\s+|as\s+of\s+)*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+(?:morning|afternoon|evening|night))?\Z"
)
_CLAUSE = kept(
    r"(?:,(?!\d)|[;:—–“”\"()])\s*|\b(?:and|but|while|though|although|because|that|said|says|as)\s+", re.IGNORECASE
)
_LEAD = kept(r"(?:(?:also|however|meanwhile|so\s+far|to\s+date|the\s+fact\s+that)\s+)+", re.IGNORECASE)
_TAIL = kept(r"(?:[,\s]+(?:also|just|all|both|\w+ly|again|still|had|has|have|yet|simply))*[,\s]*\Z")
#: A clause that is nothing but an aside: the subject stands before it.
_ASIDE = kept(
    r"(?:however|meanwhile|too|though|so far|to date|in turn|for (?:his|her|its|their) part|which|who|that)\Z",
    re.IGNORECASE,
)
#: A clause between commas that tells of the subject before it.
_RELATIVE = kept(r"(?:who|whose|which)\s")
_PRONOUNS = frozenset(["he", "she", "they", "it", "both", "neither"])
#: Nouns for those who may be asked.
_ROLES = ROLES | {f"{role}s" for role in ROLES}
_PEOPLE = (
    CITABLE
    | _ROLES
    | frozenset(
        """representative representatives spokespeople spokespersons spokeswomen president presidents senators lawmakers
    campaign attorney attorneys relative family neighbors neighbours teachers organizers firm firms club union
    unions party parties side sides man woman men women court bank banks governor mayor prosecutors defendant
    defendants husband wife son daughter father mother players team publisher editor editors reporter reporters
    government governments embassy embassies administration committee all both two three four five six owner owners
    director manager managers suspects accused troops rebels operator university school college palace airline
    league federation foundation charity regulator studio network broadcaster commission mission board""".split()
    )
)
_DETERMINERS = frozenset("the a an this that these those his her its their some any such no".split())
#: A predicate with the subject of the one before it.
_JOINED = kept(r"\b(?:and|but|or|yet|then)(?:\s+\w+ly|\s+(?:also|has|have|had|later|then))*\s*$")
#: A relative pronoun for the matter, before the subject.
_OBJECT = kept(r"(?:which|that|whom)\s+(?=\S)", re.IGNORECASE)
_ASKED = kept(r"(?:how|whether|if|what|who|whom|which|when|where|why|that)\b")
#: "has contacted the ministry for comment": nobody has said anything.
_CONTACT = kept(r"\b(?:contacted|approached|asked|e-?mailed|reached out|sought|requested)\b", re.IGNORECASE)
_COMMENT = kept(
    r"(?:(?:[\w’'.-]+ ){0,8}(?:for|to) )?(?:an? |any |further )*(?:comments?|response|reply|reaction|statement)\W*"
)
#: Those who dismiss and reject claims by ruling on them.
_COURT = kept(r"\b(?:judges?|courts?|jury|juries|justices?|tribunals?|magistrates?|panel)\b", re.IGNORECASE)
#: Words by which a speaker keeps his own name back.
_OWN_NAME = kept(
    r"(?:(?:has|have|had)\s)?(?:declined|refused|asked|requested|preferred|insisted|would\snot|wouldn[’']t|did\snot|didn[’']t|does\snot)"
    r"\b[^.;“”\"\n]{0,30}?\b(?:(?:his|her|their)\s(?:full|last|first|real|family)\sname|surname"
    r"|(?:his|her|their)\s(?:names?|identit(?:y|ies))\s(?P<used>(?:not\s|to\s)*(?:be\s)?(?:used|published|printed|withheld)))"
)
_LONGEST_SOURCE = 14  # words
_SURE = 0.8


@dataclass(frozen=True, slots=True)
class _Made:
    """``head``: the words that refuse or fail; ``whole``: all that the form took, its matter included.

    ``exact``: the form itself says where the matter ends.
    """

    attribution: Attribution
    head: Span
    whole: Span
    exact: bool


def refusals(
    text: str, found: Sequence[Attribution], where: Passages, quotations: Sequence[Quotation]
) -> list[Attribution]:
    """``found`` with those that the forms see added; order is not kept.

    Where the tagger read a form's own words as a cue, its spans stay and the form settles the act; what it made of
    words inside the form ("requests for comment") is dropped.
    """
    quoted = [q.span for q in quotations if q.depth == 0]
    out = [a for a in found if not (_only_asked(text, a) or _only_done(text, a))]
    for made in _made(text, where, found):
        if any(q.overlaps(made.head) for q in quoted) or _told_of_oneself(text, made, out):
            continue
        same = [a for a in out if any(span.overlaps(made.head) for span in a.cue)]
        denies = "deny" in made.attribution.act
        if same:
            if denies and made.exact:  # "a claim he called absurd": what is called so may be all of the content
                out = [replace(a, act=made.attribution.act) if a in same else a for a in out]
            elif not denies:
                out = [_settled(text, a, made) if a in same else a for a in out]
            continue
        if not denies:  # what is denied may itself be a statement
            out = [a for a in out if not (a.cue and all(made.whole.contains(span) for span in (*a.cue, *a.content)))]
        out.append(made.attribution)
    return [a for a in out if not _keeps_name(text, a)]


def _keeps_name(text: str, a: Attribution) -> bool:
    """Whether it is only that the speaker stays unnamed: "who declined to give her last name"."""
    begin = a.cue[0].begin if a.cue else 0
    kept = _OWN_NAME.match(text, begin) if a.cue else None
    return kept is not None and (bool(kept["used"]) or text.endswith(("who ", "who also "), 0, begin))


def _only_asked(text: str, a: Attribution) -> bool:
    """Whether it only says that someone was asked to comment, not what came of it."""
    last = a.content[-1].end
    cue = " ".join(span.of(text) for span in a.cue)
    matter = text[max(span.end for span in a.cue) : last] if a.cue else ""
    return bool(_CONTACT.search(cue) and _COMMENT.fullmatch(matter.strip()))


@lru_cache(maxsize=1)
def _events() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A refused offer or a dropped case, from the verb on; and the end of a cue that bars somebody from something."""
    raw = table()["events"]
    return any_of([rf"{raw['refused']}(?! as\b)", raw["dropped"], raw["granted"]]), kept(raw["barred"])


def _only_done(text: str, a: Attribution) -> bool:
    """Whether it was done, not said: an offer rejected, a case dismissed, entry denied. What is quoted was said, and
    courts rule."""
    if not a.cue or (a.source and _COURT.search(a.source.of(text))):
        return False
    cue = " ".join(words(" ".join(span.of(text) for span in a.cue)))
    refused, barred = _events()
    if barred.search(cue):
        return a.content[0].begin > a.cue[0].begin
    content = " ".join(span.of(text) for span in a.content)
    return not any(mark in content for mark in '“"') and bool(refused.match(" ".join((cue, *words(content)))))


def _settled(text: str, a: Attribution, made: _Made) -> Attribution:
    """The tagger's own with the form's act, and with its spans where the tagger's lie inside the form or go on where
    the form's matter ends."""
    ours = made.attribution
    first, last = ours.content[0], a.content[0]
    longer = last.begin == first.begin < first.end <= last.end and _BEYOND.match(text, first.end, last.end)
    idle = _DAY.fullmatch(text, *last)
    if made.exact or longer or idle or all(made.whole.contains(span) for span in a.content):
        return replace(a, source=a.source or ours.source, cue=ours.cue, content=ours.content, act=ours.act)
    return replace(a, act=ours.act)


def _told_of_oneself(text: str, made: _Made, found: Sequence[Attribution]) -> bool:
    """Whether it is what a pronoun is said to have said: "It said it had no comment" is one statement, and so is
    "said there was no confirmation of the theft"."""
    source = made.attribution.source
    if source is not None and source.of(text).lower() not in _PRONOUNS:
        return False
    first = made.head if source is None else source
    return any(0 <= first.begin - a.content[0].begin <= 6 and a.content[0].end >= made.head.end for a in found if a.cue)


def _made(text: str, where: Passages, found: Sequence[Attribution]) -> Iterator[_Made]:
    taken: list[Span] = []
    sources = [a.source for a in found if a.source]
    for sentence in where.sentences:
        told = sentence.of(text)
        plain, said = told.lower(), text
        if told.isupper() and len(plain) == len(told):  # a wire's headline: "MINISTRY HAS NO COMMENT"
            said = text[: sentence.begin] + plain + text[sentence.end :]
        for form in _likely(plain):
            for match in form.pattern.finditer(said, sentence.begin, sentence.end):
                made = _of(text, sentence, form, match, sources)
                if made and not any(made.head.overlaps(span) for span in taken):
                    taken.append(made.whole)
                    yield made


#: Words at which a form may match.
_TELLING = Sieve(likely_at)


def _likely(plain: str) -> list[Form]:
    """The forms that may match in a sentence in lower case, in their order."""
    likely = (forms()[number] for number in sorted({n for word in _TELLING.of(plain.split()) for n in likely_at(word)}))
    return [form for form in likely if all(any(stem in plain for stem in some) for some in form.needs[1:])]


def _of(text: str, sentence: Span, form: Form, match: re.Match[str], sources: Sequence[Span]) -> _Made | None:
    """What one match says, None where a part that the form needs is missing.

    ``sources``: those found by other means; one of them is the subject of "… but declined to comment".
    """
    groups = match.groupdict()
    head = Span(*match.span("cue")) if groups.get("cue") else Span(*match.span())
    source = _trim(text, Span(*match.span("source"))) if groups.get("source") else None
    content = _trim(text, Span(*match.span("matter"))) if groups.get("matter") else None
    if content is None:
        after = _after(text, match.end(), sentence.end)
        named = Span(*match.span("named")) if groups.get("named") else None
        content = after if form.before != "matter" else None
        content = content or named
    if form.before:
        joined = form.before == "source" and bool(_JOINED.search(text, sentence.begin, head.begin))
        if joined:
            subject = next((s for s in reversed(sources) if sentence.begin <= s.begin < head.begin), None)
        else:
            subject = _before(text, sentence.begin, head.begin, form.before == "matter")
        if form.before == "matter":
            after = _after(text, match.end(), sentence.end)
            told = subject and after and subject.of(text).lower() == "it" and _ASKED.match(text, after.begin)
            content = after if told else subject
        else:
            source = subject
            if source and (lead := _OBJECT.match(text, *source)):  # "a video, which the Post could not verify"
                source, content = Span(lead.end(), source.end), None
            content = content or (_antecedent(text, sentence.begin, source.begin) if source else None)
        if subject is None and (not joined or form.act == "deny"):
            return None
        if form.act == "deny" and subject and _COURT.search(subject.of(text)):
            return None
    if content is None or not all(span.end > span.begin for span in (content, head, *((source,) if source else ()))):
        return None
    end = content.begin if head.begin < content.begin < head.end and groups.get("cue") is None else head.end
    cue = _trim(text, Span(head.begin, end if end > head.begin else head.end))
    made = Attribution(source, (cue,), (content,), act={form.act: 1.0}, score=_SURE)
    whole = Span(min(head.begin, content.begin), max(head.end, content.end))
    return _Made(made, head, whole, bool(groups.get("matter")))


def _after(text: str, begin: int, end: int) -> Span | None:
    """The matter that follows a cue: a preposition or a noun phrase, not the next clause."""
    found = _MATTER.match(text, begin, end)
    if found is None or text[begin:end].split(None, 1)[0].lower() in _NO_MATTER:
        return None
    day = _DAY.search(text, found.start("words") - 1, found.end("words"))
    span = _trim(text, Span(found.start("words"), day.start() if day else found.end("words")))
    return span if span.end > span.begin else None


def _before(text: str, begin: int, end: int, matter: bool) -> Span | None:
    """The noun phrase that ends where a verb begins: the last clause before it, without its conjunctions."""
    bounds = [begin, *(b.end() for b in _CLAUSE.finditer(text, begin, end) if text[b.end() : end].strip())]
    if text[:end].rstrip().endswith(","):
        told = [at for at in bounds[1:] if _RELATIVE.match(text, at) and text[:at].rstrip().endswith(",")]
        if told:  # "Norton & Sons, which built it, declined"
            end = text.rindex(",", begin, told[-1])
            bounds = [at for at in bounds if at < end]
    span = _phrase(text, bounds[-1], end)
    said = span.of(text).split()
    if not matter and (_ASIDE.match(span.of(text)) or (text[:end].rstrip().endswith(",") and not _names(said))):
        # "Norton, which declined", "the ministry, however, declined", "Bass, holder of a third, did not return"
        last = bounds[-2] if len(bounds) > 1 else None
        if last is not None:
            comma = text.rfind(",", last, span.begin)
            span = _phrase(text, last, comma if comma > last else span.begin)
            said = span.of(text).split()
    if matter and said and said[-1].lower() in ("which", "that") and len(said) <= 2:
        return _antecedent(text, begin, span.begin)
    if not 0 < len(said) <= _LONGEST_SOURCE:
        return None
    return span if matter or _names(said) else None


def _phrase(text: str, start: int, end: int) -> Span:
    """What stands there without words that lead into it and adverbs behind it."""
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    tail = _TAIL.search(text, start, end)
    return _trim(text, Span(start, tail.start() if tail else end))


def _antecedent(text: str, begin: int, end: int) -> Span | None:
    """The noun phrase before ", which" or "that": back to its determiner, else its last word."""
    before = [*re.finditer(r"[\w’'-]+", text[begin:end])]
    if before and before[-1].group() in ("which", "that"):
        before.pop()
    if not before:
        return None
    near = before[-8:]
    starts = [i for i, word in enumerate(near) if word.group().lower() in _DETERMINERS]
    while len(starts) > 1 and near[starts[-1] - 1].group() == "of":  # "a video of the raid"
        starts.pop()
    return Span(begin + (near[starts[-1]] if starts else near[-1]).start(), begin + near[-1].end())


def _names(said: Sequence[str]) -> bool:
    """A name, a pronoun or a noun for people and bodies is among the words; otherwise they are no subject."""
    return any(word[0].isupper() or word.lower() in _PRONOUNS or word.lower() in _PEOPLE for word in said)


def _trim(text: str, span: Span) -> Span:
    begin, end = span
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return Span(begin, end)
