"""Attributions cut from a report as it was read: what a source said is left standing in the paper's own voice.

Each :class:`Cut` is one sentence of the report with the words that take its place. Only whole sentences are made of
which nothing shows that something stood there: capital, comma and stop are mended.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.check.context import Context, Sentence, parts
from sayso.types import Span, Statement


@dataclass(frozen=True, slots=True)
class Cut:
    """``kind``: trailing, leading, inside, quotation, accusation, verdict ("called it a farce" made "it is a farce") or
    belief ("is thought to be" made "is"); ``act``: of the statement; ``goes_on``: whether the sentence before in its
    paragraph is the same source's, so that readers would go on to take it for theirs."""

    span: Span
    words: str
    kind: str
    act: str
    goes_on: bool


_TOLD = re.compile(
    r"(?:sa(?:id|ys?)|add(?:ed|s)|argued?s?|believed?s?|claim(?:ed|s)?|estimated?s?|noted?s?|warn(?:ed|s)?|insist(?:ed|s)?|"
    r"contend(?:ed|s)?|predict(?:ed|s)?|alleged?s?|maintain(?:ed|s)?|thinks?|thought|acknowledged?s?|conceded?s?|"
    r"suggest(?:ed|s)?|told|reported|wrote|stated|announced|found|concluded|testified|asserted|asserts?|declared|"
    r"show(?:ed|s)?|charged|explained|complained|confirmed|revealed|expect(?:s|ed)?)\b"
)
_NO_SUBJECT = re.compile(
    r"(?:to|of|for|with|about|whether|if|how|why|what|who|whom|where|when|which|and|or|not|as|on|at|by|from|into|is|are|was|were|has|have|had|"
    r"will|would|can|could|\w+ing)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|won[’']t|"
    r"[a-z]{2,}(?:ed|es)|took|gave|made|left|went|held|kept|cut|sold|sent|chose|spoke|came|got|knew|began|fell|rose|"
    r"lost|won|met|put|saw|broke|grew|shot|paid|told|ran|let|[a-z]{3,}s)\b"
)
_SPEAKERS_OWN = re.compile(
    r"\b(?:I|we|our|my|me|us|you|your|ours|mine)\b|\b(?:We|Our|My|You|Your)\b|[“”\"?!]|"
    r"\b[Tt]his (?:reporter|newspaper)\b"
)
#: What shows that words were spoken.
_SPOKEN = re.compile(
    r"[a-z][’'](?!s\b)[a-z]|[’']s (?:been|become|only|not|a|the)\b|\b(?:gonna|wanna)\b|\.\.\.|…|[—–\[\]]|--|"
    r"^(?:Look|Well|So|Now|Yes|No|Oh)\b"
)
_KEPT = re.compile(r"(?:But|And|Yet|Still,|However,|Also,|Meanwhile,) ")
_SHORT = {
    "it's": "it is", "that's": "that is", "they're": "they are", "he's": "he is", "she's": "she is",
    "there's": "there is", "don't": "do not", "doesn't": "does not", "didn't": "did not", "isn't": "is not",
    "aren't": "are not", "wasn't": "was not", "won't": "will not", "can't": "cannot", "couldn't": "could not",
    "wouldn't": "would not", "hasn't": "has not", "haven't": "have not", "weren't": "were not",
    "shouldn't": "should not",
}  # fmt: skip
_DONE = {
    "making": "made", "taking": "took", "having": "had", "giving": "gave", "doing": "did", "going": "went",
    "being": "was", "lying": "lied", "stealing": "stole", "selling": "sold", "putting": "put", "trying": "tried",
    "holding": "held", "keeping": "kept", "running": "ran", "leading": "led", "letting": "let", "cutting": "cut",
    "breaking": "broke", "misleading": "misled", "hiding": "hid", "telling": "told", "spending": "spent",
    "sending": "sent", "buying": "bought", "paying": "paid", "withholding": "withheld", "leaving": "left",
    "setting": "set", "seeking": "sought", "driving": "drove", "shooting": "shot", "knowing": "knew",
    "failing": "failed", "using": "used", "playing": "played", "betraying": "betrayed", "overseeing": "oversaw",
    "undermining": "undermined", "spreading": "spread", "building": "built", "writing": "wrote",
    "bringing": "brought", "feeding": "fed", "fighting": "fought", "getting": "got", "throwing": "threw",
    "beating": "beat", "becoming": "became", "standing": "stood", "striking": "struck", "undertaking": "undertook",
    "speaking": "spoke",
}  # fmt: skip


def cuts(context: Context) -> Iterator[Cut]:
    """Every sentence of the body that can be left in the paper's own voice, once, in order."""
    for sentence in context.sentences:
        inside = context.statements_in(sentence.span)
        believed = _believed(sentence.span.of(context.text))
        if believed and fits(believed) and not any(each.how == "explicit" and each.source.mention for each in inside):
            yield Cut(sentence.span, believed, "belief", "believe", False)
            continue
        own = [
            each
            for each in inside
            if each.how == "explicit" and each.parent is None and each.source.mention and each.cue
        ]
        if len(own) != 1 or any(each.parent is None and each is not own[0] for each in inside):
            continue
        statement = own[0]
        if not all(sentence.span.contains(each) for each in parts(statement)):
            continue
        made = _called(sentence.span.of(context.text)) or _made(context.text, sentence, statement)
        if made is None:
            continue
        words, kind = made
        if statement.kind == "mixed":
            words = _without_marks(words)
        if fits(words):
            yield Cut(sentence.span, words, kind, statement.act, _goes_on(context, sentence, statement))


def _made(text: str, sentence: Sentence, statement: Statement) -> tuple[str, str] | None:
    """The new sentence and how it was made."""
    content = statement.content
    first, last = content[0].begin, content[-1].end
    before, after = text[sentence.span.begin : first], text[last : sentence.span.end]
    if len(before) + len(after) > 260:
        return None
    closed = after.strip(' .”"’,') == ""
    if statement.kind == "direct":
        return _unquoted(text, content, before, after)
    if len(content) == 1:
        words = content[0].of(text)
        if closed and statement.act in ("accuse",) and before:
            done = _accused(text, statement, words)
            return (done, "accusation") if done else None
        if closed and before:
            gap = text[max(each.end for each in (*statement.cue, statement.source.mention or statement.cue[0])) : first]
            cue = statement.cue[-1].of(text)
            leads = before.startswith(("According to", "according to")) or (
                _TOLD.search(cue) and (re.search(r"\bthat $", before) or not gap.strip())
            )
            if not leads and not (
                _TOLD.search(cue) and re.fullmatch(r"[\w ,.’'-]{0,60}", gap) and re.search(r"that $|day $|, $", gap)
            ):
                return None
            kept = _KEPT.match(before)
            words = _by_name(words, text, statement)
            return (kept.group() + words if kept else words[:1].upper() + words[1:]), "leading"
        if not before.strip() or _KEPT.fullmatch(before):
            if not after.strip().startswith(",") and not re.match(r"\W*\s*(?:according to|as\b)", after):
                return None
            return before + words, "trailing"
        return None
    if len(content) == 2 and closed and (not before.strip() or _KEPT.fullmatch(before)):
        between = text[content[0].end : content[1].begin]
        if not between.strip().startswith(",") and not content[0].of(text).rstrip().endswith(","):
            return None
        return before + content[0].of(text).rstrip(" ,") + _joint(content[0].of(text), content[1].of(text)) + content[
            1
        ].of(text).lstrip(" ,"), "inside"
    return None


_CALLED = re.compile(
    r"(?:But |And |Yet )?[A-Z][^,;:“”\"]{1,60}? (?:ha(?:s|ve|d) )?"
    r"(?:called|described|denounced|condemned|slammed|blasted|"
    r"dismissed|criticized|criticised|lambasted|branded|labeled|labelled|characterized|derided|hailed|praised|touted) "
    r"(?P<what>(?:the|his|her|their|its|this|that|those|these|[A-Z][\w’'.-]+)(?: [\w’'-]+){0,7}?) "
    r"(?P<as>as )?(?P<open>[“\"]?)(?P<verdict>(?:an?|the) [^“”\".;:,]{4,80}|[a-z]+(?:,? and [a-z]+)?)"
    r"(?(open)[.,]?[”\"](?:\.|(?:,| and| in| on| during| after| at| for| that| while)? [^“”\"]*)?|\.)"
)


def _called(words: str) -> tuple[str, str] | None:
    """ "Falk called the plan “a disgrace.”" → "The plan is a disgrace"."""
    match = _CALLED.fullmatch(words)
    if (
        match is None
        or not (match["as"] or match["open"])
        or re.match(r"(?:on|for|to|of|in|by|as)\b", match["verdict"])
    ):
        return None
    what = match["what"]
    many = re.match(r"(?:those|these)\b", what) or re.search(r"[^su]s$", what.split(" of ")[0])
    return f"{what[0].upper()}{what[1:]} {'are' if many else 'is'} {match['verdict']}", "verdict"


_BELIEVED = re.compile(
    r"\b(?P<be>is|are|was|were) (?:widely |also |largely |generally )?(?:believed|thought|said|alleged|reported|"
    r"suspected|"
    r"considered|rumou?red|understood|seen|assumed|presumed)(?: by [a-z]+(?: [a-z]+){0,2})? "
    r"(?:to (?P<was>be|have been) |to (?P<has>have) |as )"
)


def _believed(words: str) -> str | None:
    """ "is widely believed to be" → "is", "are said to have" → "have"."""
    match = _BELIEVED.search(words)
    if match is None:
        return None
    many = match["be"] in ("are", "were")
    if match["was"] == "have been":
        put = "were " if many else "was "
    elif match["has"]:
        put = "have " if many else "has "
    else:
        put = match["be"] + " "
    return (words[: match.start()] + put + words[match.end() :]).rstrip(".")


def _without_marks(words: str) -> str:
    """Words without quotation marks; as they were where something shows that they were spoken."""
    bare = re.sub(r" {2,}", " ", re.sub(r"[“”\"]", "", words)).strip()
    return words if _SPOKEN.search(bare) else bare[:1].upper() + bare[1:]


def _by_name(words: str, text: str, statement: Statement) -> str:
    """The content with the source's own words for the pronoun it begins with: "Lawmakers said they would" → "Lawmakers
    would"."""
    mention = statement.source.mention.of(text) if statement.source.mention else ""
    match = re.match(r"(?:he|she|they|it)(?= )", words)
    return mention + words[match.end() :] if match and len(mention) > 4 and len(mention.split()) < 9 else words


def _joint(first: str, second: str) -> str:
    """What stands between the two pieces once who said it is gone: a comma where an afterthought follows."""
    afterthought = re.match(r"\W*(?:the|a|an|and|but|which|who|or)\b", second)
    return ", " if afterthought and len(first.split()) > 5 else " "


def _unquoted(text: str, content: tuple[Span, ...], before: str, after: str) -> tuple[str, str] | None:
    """A quotation without its marks, where nothing of the speaker's person shows."""
    said = [each.of(text).strip(' “”"') for each in content]
    if len(said) > 2 or (before.strip(' “"') and after.strip(' ”".,')):
        return None
    words = " ".join(each.rstrip(",") for each in said)
    for short, long in _SHORT.items():
        words = re.sub(rf"\b{short.replace(chr(39), '[’' + chr(39) + ']')}(?!\w)", long, words)
        words = re.sub(
            rf"\b{short.capitalize().replace(chr(39), '[’' + chr(39) + ']')}(?!\w)", long.capitalize(), words
        )
    if _SPOKEN.search(words):
        return None
    if not words[:1].isupper():
        return None
    return words, "quotation"


def _accused(text: str, statement: Statement, words: str) -> str | None:
    """ "accused the mayor of hiding the bill" → "The mayor hid the bill"."""
    match = re.search(
        r"\baccus(?:ed|es|ing) (?P<who>[A-Za-z][^,;:]{2,70}?) of (?P<did>[a-z]+ing) (?P<rest>[^;:]+)$",
        text[statement.extent.begin : statement.content[-1].end],
    )
    if match is None:
        return None
    did = match["did"]
    plain = did[:-3]
    past = _DONE.get(did) or (plain[:-1] + "ied" if re.search(r"[^aeiou]y$", plain) else plain + "ed")
    who = match["who"]
    if past == "was" and re.search(r"\b(?:and|s)\b|[^s]s$", who):
        past = "were"
    if re.search(r"\b(?:him|her|them|himself|each|one)\b", who):
        who = {"him": "he", "her": "she", "them": "they"}.get(who, "")
    return f"{who[:1].upper()}{who[1:]} {past} {match['rest']}" if who else None


def fits(words: str) -> bool:
    count = len(words.split())
    return (
        4 <= count <= 60
        and not _SPEAKERS_OWN.search(words)
        and not _NO_SUBJECT.match(words)
        and _FINITE.search(words) is not None
        and not re.search(r"\b(?:said|says|told|according to)\b", words)
    )


def _goes_on(context: Context, sentence: Sentence, statement: Statement) -> bool:
    before = [
        each for each in context.sentences if each.block == sentence.block and each.span.end <= sentence.span.begin
    ]
    return bool(before) and any(
        each.source.id == statement.source.id for each in context.statements_in(before[-1].span)
    )


def finished(cut: Cut, rng: random.Random) -> str:
    """The words with a stop, and now and then with "will" for the "would" that the verb of saying asked for."""
    words = cut.words.rstrip(" ,;—–-")
    words = words if words.endswith((".", ".”")) else words + "."
    if rng.random() < 0.35 and not re.search(r"\bif\b", words):
        words = re.sub(r"\bwould\b(?! have)", "will", words, count=1)
    return words


def drawn(context: Context, rng: random.Random, most: int) -> list[Cut]:
    """Up to ``most`` of the cuts by chance, no two of them in sentences next to one another, in order."""
    found = list(cuts(context))
    rng.shuffle(found)
    numbers = {each.span: number for number, each in enumerate(context.sentences)}
    kept: list[Cut] = []
    for cut in found:
        if len(kept) < most and all(abs(numbers[cut.span] - numbers[each.span]) > 1 for each in kept):
            kept.append(cut)
    return sorted(kept, key=lambda each: each.span)


def apply(text: str, made: list[tuple[Span, str]]) -> tuple[str, list[Span]]:
    """The text with each span's words replaced, and where the new words stand; spans in order."""
    out, places, at, length = [], [], 0, 0
    for span, words in made:
        out += [text[at : span.begin], words]
        length += span.begin - at
        places.append(Span(length, length + len(words)))
        length += len(words)
        at = span.end
    return "".join([*out, text[at:]]), places
