"""Counts of the same dead, injured or arrested that differ within a report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part
from sayso.check.days.untilthen import left_until
from sayso.check.figures.numbers import FRACTIONS, NUMERAL, Number, numbers, say, value_of
from sayso.check.model import Hit
from sayso.check.names.ages import two_ages, unlike_birth
from sayso.check.names.beforebirth import done_before_birth
from sayso.check.registry import rule
from sayso.check.sums.members import counted_otherwise
from sayso.check.twice.attributes import changed
from sayso.check.twice.digits import mistaken, taken_up, transposed
from sayso.check.twice.disagreements import disagreeing
from sayso.check.twice.recounts import recounted
from sayso.check.twice.terms import told_longer
from sayso.check.twice.unfounded import unfounded
from sayso.patterns import compiled
from sayso.types import Span


@rule("FIG416")
def headline_figure(context: Context) -> Iterator[Hit]:
    if context.headline is None or len(context.body) == 0:
        return
    hits = list(_in_the_headline(context, context.headline.span))
    yield from hits
    for span, looked_for in unfounded(context):
        if not any(span.overlaps(each.span) for each in hits):
            yield Hit(span, looked_for)


def _in_the_headline(context: Context, headline: Span) -> Iterator[Hit]:
    """Figures of the headline that the body has otherwise."""
    words = headline.of(context.text)
    yield from _fraction(context, headline)
    yield from _against_the_opening(context, headline)
    given = [number for block in context.body for number in numbers(context.text, *block.span)]
    if re.search(
        r"\b(?:nearly|almost|about|up to|dozens)\b|^\d+ (?:things|ways|reasons)\b|"
        r"^\S+ [\w’' ]{3,40} to (?:watch|know)\b",
        words,
    ):
        return
    at_least = re.search(r"\b(?:over|more than|at least)\b", words, re.IGNORECASE) is not None
    for number in numbers(words):
        kin = _counted(words, number)
        values = {
            each.value
            for each in given
            if not _TIME_OF.match(context.text, each.span.end)
            and not _MONTH_BEFORE.search(context.text[max(0, each.span.begin - 12) : each.span.begin])
        }
        if number.value < 2 or number.value in range(1900, 2101) or number.value in values:
            continue
        rivals = [each for each in given if kin and each.value != number.value and _same_kind(context.text, each, kin)]
        early = [each for each in rivals if (context.paragraph_at(each.span.begin) or 0) < 4]
        rounded = any(abs(each.value - number.value) <= 0.06 * each.value for each in rivals if each.value > 20)
        parts = [each for each in given if _tells(context, each, kin)]
        summed = number.value in {a.value + b.value for n, a in enumerate(parts) for b in parts[n + 1 :]}
        if at_least and any(each.value >= number.value for each in rivals):
            continue
        if early and not rounded and not summed:
            yield Hit(
                part(headline, *number.span),
                f"{say(number.value)} in the body; found {context.text[early[0].span.begin : early[0].span.end]} there",
                related=(early[0].span,),
            )
            return


_WITH_UNIT = compiled(
    rf"(?P<n>{NUMERAL})[ -](?P<unit>years?|months?|days?|weeks?|hours?|minutes?|km|miles?|metres?)\b|, (?P<age>\d\d),|"
    r"\b(?:aged|(?:at|of|at the) age(?: of)?|dead at|dies at|died at) (?P<age2>\d\d)\b"
)


def _against_the_opening(context: Context, headline: Span) -> Iterator[Hit]:
    """A time, a length or an age in the headline, where the opening's only one of the kind is another."""
    words, opening = headline.of(context.text), context.text[context.body[0].span.begin : context.body[0].span.end]
    for match in _WITH_UNIT.finditer(words):
        unit = (match["unit"] or "age").rstrip("s")
        value = value_of(match["n"] or match["age"] or match["age2"])
        if any(each.value == value for block in context.body for each in numbers(context.text, *block.span)):
            continue
        others = [each for each in _WITH_UNIT.finditer(opening) if (each["unit"] or "age").rstrip("s") == unit]
        if len(others) == 1 and not re.search(r"\b(?:over|more than|nearly|almost|about|least)\b", words):
            where = part(context.body[0].span, *others[0].span())
            yield Hit(
                part(headline, *match.span()),
                f"{where.of(context.text).strip(' ,')}, as in the opening; found {match.group().strip(' ,')}",
                related=(where,),
            )
            return
    for one, other in _OPPOSITES:
        for here, there in ((one, other), (other, one)):
            said = re.search(rf"\b{here}\b", words, re.IGNORECASE)
            denied = re.search(rf"\b{there}\b", opening, re.IGNORECASE)
            clause = re.split(r"[;:]", words[: said.start()])[-1] if said else ""
            subject = re.findall(r"[a-z]{4,}", clause.lower())
            about = any(re.search(rf"\b{re.escape(noun.rstrip('s'))}", opening.lower()) for noun in subject[-2:])
            if said and denied and about and not re.search(rf"\b{here}\b", opening, re.IGNORECASE):
                where = part(context.body[0].span, *denied.span())
                yield Hit(
                    part(headline, *said.span()),
                    f"the same in headline and opening; found {said.group()!r} over {denied.group()!r}",
                    related=(where,),
                )
                return


#: What shows that "up" and "down" tell of a figure.
_BY = r"(?= [\d$£€]| to [\d$£€]| by| sharply| in )"
#: Verbs of which only one can be true of one thing, as a headline has them and as an opening does.
_OPPOSITES = (
    (rf"(?:rises?|climbs?|jumps?|grows?|up{_BY}|soars?|surges?|rose|risen|climbed|jumped|grew|soared|surged|increased|grown)",
     rf"(?:falls?|drops?|slumps?|shrinks?|down{_BY}|plunges?|sinks?|fell|"
     r"dropped|declined|slumped|shrank|plunged|sank|"
     r"decreased|fallen)"),
    (r"(?:rejects?|throws? out|turns? down|dismisses|rejected|threw out|turned down|dismissed|voted down|voted "
        r"against)",
     r"(?:upholds?|approves?|accepts?|allows?|backs?|upheld|approved|accepted|allowed|backed|passed|adopted|voted "
     r"for|agreed to)"),
    (r"(?:acquitted|cleared|freed|not guilty)", r"(?:convicted|found guilty|jailed|sentenced)"),
    (r"(?:to open|to reopen)", r"(?:to close|will close|will shut|to shut)"),
    (r"(?:wins?|beats?|defeats?)", r"(?:lost to|was beaten|were beaten|lost)"),
)  # fmt: skip


_BY_A_FRACTION = compiled(
    rf"\b(?P<what>[A-Za-z]{{4,}}) (?:rises?|rose|climbs?|jumps?|grows?|grew|up|gains?|falls?|fell|drops?|slumps?|"
    rf"shrinks?|declines?|down) (?:by )?(?P<f>{'|'.join(FRACTIONS)})\b",
    re.IGNORECASE,
)


def _fraction(context: Context, headline: Span) -> Iterator[Hit]:
    """ "Profit falls by a third" over "profit had fallen by 12 percent", the only change that the opening tells."""
    match = _BY_A_FRACTION.search(headline.of(context.text))
    if match is None:
        return
    for sentence in context.sentences[:3]:
        words = sentence.span.of(context.text)
        changes = list(re.finditer(rf"\b(?:by )?(?P<n>{NUMERAL}) ?(?:percent|per cent|%)(?! of\b)", words))
        if not changes or not re.search(rf"\b{match['what']}\b", words, re.IGNORECASE) or not _MOVED.search(words):
            continue
        value = value_of(changes[0]["n"])
        if len(changes) == 1 and abs(value - FRACTIONS[match["f"].lower()] * 100) > 5:
            where = part(sentence.span, *changes[0].span())
            yield Hit(
                part(headline, *match.span("f")),
                f"{say(value)} percent, as in the body; found {match['f']}",
                related=(where,),
            )
        return


def _counted(words: str, number: Number) -> set[str]:
    """What a number of the headline counts: words for the dead, percent, money, or the noun that follows it."""
    after = re.split(r"[.;,:]", words[number.span.end :])[0].lower()
    before = words[: number.span.begin].lower()
    if re.match(r"\s*(?:-|years?\b|months?\b|days?\b|hours?\b|weeks?\b|th\b|a\.?m|p\.?m)", after):
        return set()
    near = {*re.findall(r"[a-z]+", after)[:3], *re.findall(r"[a-z]+", before)[-1:]}
    for group in _KIN:
        if group & near:
            return group
    if re.match(r"\s*(?:percent|per cent|%)", after):
        return {"%"} if _MOVED.search(before) else set()
    if re.search(r"[£$€]$", before) or re.search(
        r"illion|bn", words[number.span.begin : number.span.end], re.IGNORECASE
    ):
        return {"$"}
    noun = re.match(r"\s*(?:[a-z-]+ )?([a-z]{3,}s)\b", after)
    return {noun[1]} if noun else set()


_MONTH_BEFORE = compiled(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|"
    r"Jul|Aug|"
    r"Sept?|Oct|Nov|Dec)\.? $"
)
_TIME_OF = compiled(
    r"\s*(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|[ap]\.?m\b|"
    r"[ap]m\b|o[’']clock|:\d|years? old|-year|hours?\b|minutes?\b|metres?\b|km\b|miles?\b)"
)
_MOVED = compiled(
    r"\b(?:rise|rose|rises|risen|up|jump\w*|climb\w*|gr[eo]w\w*|increas\w*|surg\w*|soar\w*|fall|fell|falls|fallen|"
    r"down|drop\w*|"
    r"declin\w*|decreas\w*|slump\w*|slips?|slipped|slides?|slid|dips?|dipped|sinks?|sank|tumbl\w*|edge[sd]?|"
    r"soften\w*|plung\w*|shrank|shrink\w*|cut|cuts|gain\w*|lost|loses?)\b",
    re.IGNORECASE,
)


def _same_kind(text: str, number: Number, kin: set[str]) -> bool:
    after = text[number.span.end : number.span.end + 40]
    if kin == {"%"}:
        before = re.split(r"[.;]", text[max(0, number.span.begin - 40) : number.span.begin])[-1]
        return re.match(r"\s*(?:percent|per cent|%)", after) is not None and _MOVED.search(before) is not None
    if kin == {"$"}:
        return re.search(r"illion|bn", text[number.span.begin : number.span.end], re.IGNORECASE) is not None
    if len(kin) == 1:
        return re.match(rf"\s+(?:of )?(?:[\w’'-]+ ){{0,3}}?{re.escape(next(iter(kin)))}\b", after) is not None
    return _near(text, number, kin)


_KIN = (
    {"killed", "dead", "die", "dies", "died", "deaths", "kills", "kill", "killing", "fatalities"},
    {"injured", "wounded", "hurt", "hurts", "wounds", "injures", "injuries"},
    {"arrested", "detained", "arrests", "held", "arrest"},
    {"missing"},
    {"jobs", "layoffs", "workers"},
    {"hostages"},
    {"charged", "indicted"},
    {"rescued", "saved"},
    {"homes", "houses"},
)


def _tells(context: Context, number: Number, kin: set[str]) -> bool:
    """Whether the number's sentence has a word of the same matter: "and two more died"."""
    sentence = context.sentence_at(number.span.begin)
    return sentence is not None and bool(kin & {word.lower() for word in sentence.span.of(context.text).split()})


def _near(text: str, number: Number, kin: set[str]) -> bool:
    """Whether a word of the same matter stands with the number: "14 people were killed", "killed 14"."""
    after = re.split(r"[.;,]", text[number.span.end : number.span.end + 40])[0]
    before = re.split(r"[.;,]", text[max(0, number.span.begin - 25) : number.span.begin])[-1]
    if re.match(r"\s*(?:percent|per cent|%|years?|months?|days?|hours?|weeks?|miles|km|am|pm|others?|more)\b", after):
        return False
    words = {word.lower() for word in re.findall(r"[A-Za-z]+", f"{before} {after}")}
    return bool(words & kin)


def near_the_dead(text: str, number: Number) -> bool:
    """Whether a number counts dead or injured."""
    return any(_near(text, number, group) for group in _KIN[:2])


@rule("FIG417")
def figure_changes(context: Context) -> Iterator[Hit]:
    hits = [
        *_definite_counts(context),
        *(Hit(here, about, related=(there,)) for here, there, about in (*two_ages(context), *unlike_birth(context))),
    ]
    hits += [Hit(place, looked_for, related=(first,)) for place, first, looked_for in recounted(context)]
    hits += [Hit(here, looked_for, related=(there,)) for here, there, looked_for in changed(context)]
    hits += [
        Hit(here, looked_for, related=(there,))
        for here, there, looked_for in (
            *transposed(context),
            *mistaken(context),
            *taken_up(context),
            *counted_otherwise(context),
            *told_longer(context),
            *disagreeing(context),
            *done_before_birth(context),
            *left_until(context),
        )
    ]
    yield from hits[:2]


def _definite_counts(context: Context) -> Iterator[Hit]:
    """ "The 14 dead", "all seven miners", "the 430-metre bridge", where the opening counts or measures otherwise."""
    told = [
        (*found, sentence) for sentence in context.sentences[:-1] for found in _things(sentence.span.of(context.text))
    ]
    for sentence in context.sentences[1:]:
        words = sentence.span.of(context.text)
        definite = [(match, _kin(match["what"])) for match in _ALL_OF.finditer(words)]
        definite += [
            (match, f"{match['unit']} {match['what']}")
            for match in _MEASURED.finditer(words)
            if re.search(r"\b[Tt]he $", words[: match.start()])
        ]
        for match, kin in definite:
            value = value_of(match["n"])
            first = [
                (one, where) for one, what, where in told if what == kin and where.span.begin < sentence.span.begin
            ]
            earlier = context.text[: sentence.span.begin + match.start()]
            seen = any(each.value == value for each in numbers(earlier))
            whole = match.group().lower().startswith("all") and words[match.end() :].startswith(" who")
            if (
                len({one for one, _ in first}) == 1
                and (
                    first[0][1].block < 2
                    or not match.group().startswith(("Th", "th"))
                    or match.group().startswith(("The ", "the "))
                )
                and first[0][0] != value
                and 0.5 <= first[0][0] / value <= 2
                and not seen
                and (whole or not _RESTRICTED.match(words, match.end()))
            ):
                yield Hit(
                    part(sentence.span, *match.span()),
                    f"the opening's {say(first[0][0])}; found {say(value)} here",
                    related=(first[0][1].span,),
                )
                return


_NOUN = r"(?P<what>[a-z]{3,}(?:s|en)|people|dead|injured|wounded|killed|missing|crew)"
_ALL_OF = compiled(
    rf"\b(?:(?:[Aa]ll (?:of )?(?:the |its |their )?|[Tt]he |[Tt]hese |[Tt]hose )(?P<n>{NUMERAL})(?: (?:[a-z]+ed|"
    rf"dead|missing|new|men|"
    rf"women|people))? {_NOUN})\b(?![-–])"
)
#: "the 14 workers who were hurt", "the 20 houses in Kilvik": a part of the whole.
_RESTRICTED = compiled(
    r",? (?:who|whom|whose|that|which|in|at|from|of|on|under|with|without|still|to|left|remaining|aged|per|he|she|"
    r"they|we|it|lost|sent|"
    r"[a-z]+ed (?:by|to|in|into|at|during|under|since|for|on)|a day|"
    r"a week|a year|"
    r"ago|later|earlier|since|before|after|old|for|now)\b"
)
_MEASURED = compiled(
    r"(?<![\w.,])(?P<n>\d[\d,]*)-(?P<unit>met(?:re|er)|foot|mile|kilomet(?:re|er)|year-old|ton|tonne|page|seat|bed|"
    r"acre|hectare|day|point|"
    r"storey|story|room|volt|litre|member|man|strong)[- ](?P<what>[a-z]{3,})\b"
)
_COUNT = compiled(
    rf"(?<![\w-])(?P<n>{NUMERAL}) (?:(?!years?\b|months?\b|percent\b|per\b|days?\b|hours?\b|"
    rf"million\b)[a-z-]+ ){{0,2}}?{_NOUN}\b"
)


def _things(words: str) -> Iterator[tuple[float, str]]:
    for match in _COUNT.finditer(words):
        value = value_of(match["n"])
        rough = re.search(
            r"\b(?:about|around|nearly|almost|some|at least|over|than|roughly|up to|another|of the|of its)\s*$",
            words[: match.start()],
        )
        if value >= 2 and value not in range(1900, 2101) and not rough:
            yield value, _kin(match["what"])
            if _kin(match["what"]) == match["what"]:  # "nine miners were killed": the dead are nine
                yield from (
                    (value, min(group))
                    for group in _KIN[:3]
                    if _near(words, Number(value, Span(*match.span("n")), 1), group)
                )
    for match in _MEASURED.finditer(words):
        yield float(match["n"].replace(",", "")), f"{match['unit']} {match['what']}"


def _kin(word: str) -> str:
    """One name for all words of the same matter: "dead" for "killed"; else the noun itself."""
    return next((min(group) for group in _KIN if word in group), word)
