"""A body that declines to comment, and somebody of it who speaks without a name in the next breath."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part
from sayso.check.language import VERB_OF_SAYING
from sayso.patterns import compiled
from sayso.types import Span

#: What a body does that says nothing.
_REFUSED = compiled(
    r"\b(?:(?:declined|refused|was unwilling|were unwilling|did not want|did not wish) (?:[a-z]+ )?(?:to (?:[a-z]+ )?"
    r"(?:comment|answer|discuss|say|elaborate|respond|speak|talk|address|explain|confirm|provide|go into|be drawn)|"
    r"comment|(?:an? |all |repeated |several )?(?:interview|request|invitation)s?)|(?:would not|wouldn[’']t|will not|"
    r"did not|didn[’']t) (?:[a-z]+ )?(?:have (?:any|a|further) (?:[a-z]+ )?(?:comment|response|reaction|statement)|"
    r"comment|discuss|be drawn|answer (?:questions|requests)|talk about|elaborate|"
    r"make anyone available|say (?:wh[a-z]+|how)|answer|reply|respond)|kept silent|(?:had|has|offered|gave|made|"
    r"issued) no (?:[a-z]+ )?(?:comment|reaction|response)|no comment|(?:had|has|have) nothing (?:more |further |"
    r"else )?to (?:say|add)|"
    r"(?:was|were|is|are|stayed|remained|kept) (?:officially |publicly )?(?:mum|tight-lipped|silent|quiet)|"
    r"(?:referred|directed) (?:all |any )?(?:questions|inquiries|queries)|turned down (?:[a-z]+ )?requests?)\b"
)
_BODY = (
    r"(?:ministry|office|company|firm|campaign|group|team|agency|department|board|union|hospital|university|college|"
    r"school|club|party|bank|council|committee|embassy|palace|government|administration|bureau|commission|airline|"
    r"federation|association|institute|court|city|county|army|military|church|diocese|museum|network|station|"
    r"publisher|foundation|charity|trust|chain|league|regulator|authority|prosecutor[’']s office)"
)
_OF_SOME = compiled(rf"(?<!-)\b{_BODY}\b(?!-)")
_NAME = compiled(r"\b[A-Z][\w&’-]*\b")
_NO_NAME = frozenset(
    "The A An In On At But And When Asked Through For As While Although Though It Its He She They Mr Mrs Ms Officials "
    "Spokesman Spokeswoman After Before However Monday Tuesday Wednesday Thursday Friday Saturday Sunday House "
    "Department One".split()
)
_SPEAKS = (
    rf"(?:{VERB_OF_SAYING[3:-1]}|conced(?:es|ed)|confirm(?:s|ed)|describ(?:es|ed)|call(?:s|ed)|put|blam(?:es|ed)|"
    r"predict(?:s|ed)|complain(?:s|ed)|suggest(?:s|ed)|confid(?:es|ed)|allow(?:s|ed)|grumbl(?:es|ed)|dismiss(?:es|ed)|"
    r"maintain(?:s|ed)|hint(?:s|ed)|indicat(?:es|ed)|disclos(?:es|ed)|reveal(?:s|ed)|let it be known|made clear|"
    r"pointed out|points out|not(?:es|ed)|"
    r"spoke of|talked of)"
)
_INSIDER = (
    r"(?:officials?|aides?|employees?|advis[eo]rs?|executives?|staffers?|insiders?|managers?|officers?|members?|"
    r"diplomats?|lawyers?|prosecutors?|workers?|engineers?|directors?|strategists?|operatives?|trustees?|volunteers?|"
    r"staff members?|sources?|"
    r"persons?|people|someone|somebody|one|figures?|veterans?|colleagues?|organi[sz]ers?|representatives?|agents?|"
    r"bureaucrats?|civil servants?|scientists?|nurses?|doctors?|teachers?|professors?|players?|coach(?:es)?|analysts?)"
)
#: "a senior official of the group said", "“…,” one Moen aide said", "said someone in its press office".
_WHO = (
    rf"(?:(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]wo|[Ss]ome|[Ss]everal) (?:(?!former\b|retired\b|rival\b)[\w’'.-]+ ){{0,4}}?"
    rf"{_INSIDER}|[Ss]omeone|[Ss]omebody|[Oo]ne|(?:[Aa]n?|[Oo]ne|"
    rf"[Aa]nother) (?:[\w’'-]+ )?{_BODY} (?!spokes)[a-z]{{4,}}(?: member)?)\b(?: [^.;,“”\"]{{2,60}}?)?"
)
_NAMELESS = compiled(
    rf"\b(?P<one>{_WHO})(?:,? (?:who|speaking|asking|on condition|insisting|requesting)\b[^;“”\"]{{3,150}}?)?,? "
    rf"(?:[a-z]+ly |also |later |did |has |had |however, )?{_SPEAKS}\b|"
    rf"(?:[,”\"] {_SPEAKS}|\b[Aa]ccording to) (?P<last>{_WHO})(?=[,.;]| who\b| on\b|$)"
)
_OUTSIDE = compiled(
    r"\b(?:former|retired|ex-\w+|familiar|close to|briefed|work(?:s|ed|ing)? with|outside|rival|spokes\w+|"
    r"representative for|critics?|law enforcement|victims?|reporters?)\b"
)
#: Words that take the body up again.
_THERE = compiled(
    r"\b(?:its|their|his|her|there|inside|the (?:group|company|firm|agency|ministry|department|campaign|office|club|"
    r"team|board|union|bank|party|university|hospital|council|committee|embassy|administration|organi[sz]ation))\b"
)


#: "A spokesman declined to comment. The spokesman, who asked not to be named".
_SAME_ONE = compiled(
    r"\b(?P<n>spokes(?:man|woman|person)|official|representative|press secretary|aide)\b[^.;]{0,60}?"
    r"\b(?P<no>(?:declined|refused|would not|wouldn[’']t) (?:to )?(?:publicly )?(?:comment|discuss)\b[^.;]{0,60})[.;] "
    r"(?:But )?(?P<one>[Tt]h(?:e|at) (?P=n)),? (?:who|speaking|asking|insisting|on condition)\b[^.]{0,60}?"
    r"(?:not (?:to )?be (?:named|identified|quoted)|anonym|not authori[sz]ed)"
)


def refused_beside(context: Context) -> Iterator[tuple[Span, Span]]:
    """The refusal and who speaks all the same, in its sentence, the one before or the two after; once a story."""
    same = _SAME_ONE.search(context.text)
    if same is not None and context.in_body(Span(*same.span("no"))):
        yield Span(*same.span("no")), Span(*same.span("one"))
        return
    sentences = context.sentences
    for n, sentence in enumerate(sentences):
        words = _outside(context, sentence.span)
        refusal = _REFUSED.search(words)
        if refusal is None or _OUTSIDE.search(words[: refusal.start()].split(",")[-1].replace("spokes", "")):
            continue
        names, kinds = _body(words[: refusal.start()])
        if not names and not kinds:
            continue
        for other in (n, n + 1, n + 2, n - 1):
            if not 0 <= other < len(sentences) or abs(sentences[other].block - sentence.block) > 1:
                continue
            span = sentences[other].span
            told = _outside(context, span)
            begin = refusal.end() if other == n else 0
            for match in _NAMELESS.finditer(told, begin):
                group = "one" if match["one"] else "last"
                who = match[group]
                if _OUTSIDE.search(match.group()) or re.search(rf"{re.escape(who)},? [A-Z][\w’'-]+ [A-Z]", told):
                    continue
                if _theirs(who, names, kinds, beside=other in (n, n + 1)):
                    yield part(sentence.span, *refusal.span()), part(span, *match.span(group))
                    return


_ONE_PERSON = compiled(
    r"\W*(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]he) (?:[\w.’'-]+ ){0,3}?(?:official|aide|source|person|officer|family)\b"
)
_PERSON = compiled(r"\W*(?:(?:M[rs]s?|Sen|Rep|Gov|Dr)\.? )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?,?\s*(?:also |has |had )?")


def _body(subject: str) -> tuple[frozenset[str], frozenset[str]]:
    """Names in the words before the refusal, and words for the kind of body."""
    if _ONE_PERSON.match(subject):
        return frozenset(), frozenset()  # somebody unnamed, not the body
    subject = re.split(r"[;:”\"]|, (?:and|but|while) ", subject)[-1]
    names = {re.sub(r"[’']s?$", "", each) for each in _NAME.findall(subject)}
    person = _PERSON.fullmatch(subject)
    kinds = frozenset(_OF_SOME.findall(subject.lower()))
    if person and not kinds and not re.match(r"\W*The ", subject) and not subject.strip().isupper():
        return frozenset(), frozenset()  # a person, whose aides may speak
    initials = "".join(each[0] for each in re.findall(r"\b[A-Z][a-z]+", re.sub(r"^\W*The ", "", subject)))
    return frozenset(names - _NO_NAME | ({initials} if len(initials) > 1 else set())), kinds


_OF_ITS_KIND = compiled(rf"(?:an?|one|another) (?:senior |top )?{_BODY} ", re.IGNORECASE)


def _theirs(who: str, names: frozenset[str], kinds: frozenset[str], *, beside: bool) -> bool:
    """Whether who speaks is of the body: by its name, by its kind, by "its"; or is just an official, right after it."""
    theirs = {re.sub(r"[’']s?$", "", each) for each in _NAME.findall(who)} - _NO_NAME
    if theirs:
        return bool(theirs & names)
    told = set(_OF_SOME.findall(who.lower()))
    if told:
        generic = beside and not kinds and _OF_ITS_KIND.match(who) is not None
        return bool(told & kinds) or _THERE.search(who) is not None or generic
    return beside and (
        _THERE.search(who) is not None
        or re.fullmatch(
            r"(?:an?|one|another) (?:senior |top |unnamed |high-ranking |mid-level |[a-z]+-[a-z]+ )?(?:official|aide|"
            r"employee|advis[eo]r|executive|staffer|insider|officer)",
            who,
            re.IGNORECASE,
        )
        is not None
    )


def _outside(context: Context, span: Span) -> str:
    """The words of ``span`` with what stands in quotation marks blanked: same length, same offsets."""
    kept = list(span.of(context.text))
    for each in context.quotations:
        for place in range(max(each.span.begin, span.begin) + 1, min(each.span.end, span.end) - 1):
            kept[place - span.begin] = " " if kept[place - span.begin] != "," else ","
    return "".join(kept)
