"""Notes of the desk that were left in the text: placeholders, queries, instructions to colleagues."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.patterns import compiled
from sayso.types import Span

_VERBS = (
    r"(?:check|confirm|verify|add|fix|cut|insert|delete|rewrite|query|update|trim|move|replace|clarify|"
    r"expand|shorten|call|ask|chase|source|link|fill in|stand up|double-check|fact-check|rephrase|tighten|reword|spell)"
)
_THINGS = (
    r"(?:names?|quotes?|comments?|background|figures?|numbers?|dates?|times?|titles?|ages?|spellings?|details?|"
    r"responses?|reaction|pictures?|pics?|photos?|captions?|graphics?|links?|sources?|places?|lines?|context|par|"
    r"para|paras|graf|grafs|paragraphs?|intro|lede|headline|legal|copy|amount|sum|total|location|byline|tweet|video|"
    r"map|chart|attribution|sentence|here)"
)
_ROLES = r"(?:subs?|desk|eds?|editors?|legal|lawyers|copy ?desk|picture desk|pic desk|self|all)"

_ANYWHERE = (
    # placeholders: TK, XXX, 19xx, [NAME], @@, ???
    r"(?<![\w.])(?:TK+(?:TK)*|X{2,}|x{3,}|\d{1,3}x{1,3}|\d{0,3}X{2,}|#{3,}|@@+|~{3,})(?![\w.]*\w)|\*{3,}(?= ?[A-Z])",
    r"(?<![\w.])TK\b|(?<!\?)\?{2,3}(?!\?*[”\"’'])|(?<=[\d\w]) ?\(\?+\)|(?<=[ (])(?!(?:19|20)\d\d\?)\d+\?(?=[,;) ])",
    r"\b(?:FIXME|TODO|TBC|TBD|TBA|lorem ipsum)\b",
    r"<<[^<>\n]{1,120}>>|(?<!\w)<(?!/?[a-z]+>)[A-Za-z ]{3,60}>(?!\w)|\{\{?[^{}\n]{1,80}\}\}?",
    # brackets with a note in them
    rf"[\[(](?:pls |please |to |needs? (?:to )?)?(?i:{_VERBS})(?: (?:with |the |this |that |his |her |its |their |all |"
    rf"for |by |again|against |a |an )*(?:[\w’'-]+ ?){{0,6}})?[?!.]*[\])]",
    rf"\[(?:[A-Z][A-Z0-9 /-]{{2,40}}|(?i:{_THINGS})(?: (?:to come|tk|here|tbc|missing|needed|of [\w ]{{2,20}}|"
    rf"\?))?\??)\]",
    r"[\[(](?i:(?:[\w’'-]+ ){0,4}?(?:tbc|tbd|tbca|tk|to come|to follow|to be (?:confirmed|added|checked|updated|"
    r"completed)|missing|needs? (?:checking|work|a line|"
    r"source|sourcing)|unconfirmed spelling|sp|sic\?|ck|spelling))\??[\])]",
    r"[\[(](?:CK|Ck|DN|ED|Ed|Eds|NB|SUBS?|Subs?|LEGAL|Legal|QUERY|Query|NOTE|Note|DESK|Desk)\b[^\])]{0,120}[\])]",
    r"[\[(][^\])]{3,120}[–—-] ?(?:[Ee]d|ED|[Ss]ubs?|[Dd]esk)\.?[\])]",
    r"[\[(](?:Can|Could|Should|Do|Did|Is|Are|Was|Were|Have|Has|Who|What|When|Where|Which|How|Why) (?:we|this|that|"
    r"these|you|I|he|she|it|they|says|said|exactly)\b[^\])]{3,120}\??[\])]",
    r"\b(?:pls|plse|PLS|PLEASE) (?i:check|confirm|verify|add|insert|update|fix|clarify|call|note)\b",
    r"(?<![A-Z] )\b(?:CHECK|CONFIRM|VERIFY|INSERT|ADD|QUERY|DELETE|REWRITE|UPDATE)(?! [IVX]+\b)(?: [A-Z][A-Z’'-]+)+\b",
    r"\b(?:QUOTE|COMMENT|REACTION|MORE|DETAILS|NAME|FIGURE|BACKGROUND|PICTURE|GRAPHIC|UPDATE|ENDS?)S? "
    r"(?:TO COME|TO FOLLOW|HERE|NEEDED|MISSING|TK)\b",
    r"(?<=[Tt]o )SOURCE\b|\bNAME HERE\b",
)
_AT_HEAD = (
    rf"(?i:(?:note|notes|query|memo|message|attn|attention)(?: to| for)? (?:the )?{_ROLES}|n\.?b\.?|{_ROLES} ?note|"
    rf"eds|subs|desk)\s?[:–—-]\s",
    r"(?i:editor[’']s note to self|internal (?:note|only)|not for publication|embargo(?:ed)? until)\b",
    rf"(?:Pls|Please|PLEASE) (?i:{_VERBS})\b",
    rf"(?:Add|Insert|Check|Confirm|Update|Replace|Cut|Move|Trim|Chase|Need|Needs|Get|Put) (?:in )?(?:a |an |the |this |"
    rf"some |more |"
    rf"his |her |their |with |last |first |second |next )*{_THINGS}\b",
    r"(?:Pick ?up|Picks up) (?:at|from|with) (?:the )?(?:\w+ )?(?:par|para|graf|paragraph)\w*",
    rf"(?i:{_THINGS}|more)(?: from [\w’' -]{{3,40}})? (?i:to come|to follow|tk|tbc)[.…]*$",
    r"(?:1st|2nd|3rd|[Ff]irst|[Ss]econd|[Tt]hird|[Ll]ast|[Tt]his|[Nn]ext) (?:graf|par|para)\b",
    r"(?i:(?:this is a )?(?:breaking|developing)(?: news)? story|story developing)\b[^.]{0,60}\b(?:updat\w+|more)\b",
    r"[-–—]+ ?(?:30|ENDS?|ends?|MORE|more|mf|MF) ?[-–—]+$|(?:ENDS|MORE FOLLOWS|MF)$",
    r"(?!Wh|How)[A-Z][a-z]+,? (?:[-–—] )?(?:can|could|did|will|would|have) you (?:please |pls )?[a-z]+",
    r"(?:To do:|To be checked|To check|Still to (?:do|come|check)|Needs? (?:a )?(?:quote|source|comment|line|response)|"
    r"Awaiting (?:comment|response|reply|quote)|Waiting (?:for|on) (?:comment|a reply|quote|response))\b",
    r"(?:OLD|NEW|ALT|ALTERNATIVE|PREVIOUS) (?:INTRO|LEDE|LEAD|HEADLINE|VERSION|PAR|GRAF)\b",
    r"(?:Draft|Version|DRAFT|VERSION) ?\d\b",
)
_NOTE = compiled("|".join(f"(?:{each})" for each in _ANYWHERE))
_HEAD_OF_SENTENCE = compiled("|".join(f"(?:{each})" for each in _AT_HEAD))
#: A paragraph in capitals that tells somebody what to do.
_ORDER = compiled(
    r"(?!READ |SEE |WATCH |LISTEN )(?=[^a-z?]{6,160}$).*\b(?:CHECK|CONFIRM|COMMENT|QUOTE|UPDATE|MORE|COME|FOLLOW|"
    r"INSERT|ADD|CUT|PIC|GRAPHIC|SUBS|"
    r"DESK|LEGAL|HOLD|SPIKE|EMBARGO)\b"
)


def _ordered(words: str) -> bool:
    """Whether the paragraph tells somebody to do something; one in marks is a cross-heading in somebody's words."""
    if _ORDER.match(words) is None or re.fullmatch(r"[‘“\"'].*[’”\"']", words.strip()):
        return False
    return len(words.split()) < _TITLE or re.match(rf"\W*{_FIRST}\b", words) is not None


#: A line in capitals of so many words is the title of another story, unless it begins as an order does.
_TITLE = 7
_FIRST = (
    r"(?:PLEASE|PLS|CHECK|CONFIRM|UPDATE|INSERT|ADD|CUT|HOLD|SPIKE|DO NOT|DESK|SUBS|LEGAL|NOTE|MORE|EMBARGO\w*|QUOTE)"
)
#: A paragraph of a word or two that only wonders: "Harbour??".
_ASKS = compiled(r"^(?:[A-Z]?[\w’'-]+ ?){1,3}\?{2,3}$")


#: "[GBP/]", "[L4N1N304G]": an agency's own marks.
_CODED = compiled(r"\[(?:[A-Z]{2,6}/|(?=[A-Z0-9]*\d)[A-Z0-9]{8,12})\]")


def _short(context: Context, match: re.Match[str]) -> bool:
    """Whether the letters stand for a name that the report has before them in brackets: "talent keyhole" (TK)."""
    letters = re.fullmatch(r"\W*([A-Z]{2,4})\W*", match.group())
    if letters is None:
        return False
    first = re.search(rf"\({letters[1]}\)", context.text)
    place = min(first.start(), match.start()) if first else match.start()
    before = re.findall(r"\w+", context.text[max(0, place - 60) : place])
    return "".join(each[0] for each in before[-len(letters[1]) :]).upper() == letters[1]


def notes_left(context: Context) -> Iterator[Span]:
    """The places of such notes in headline and body, outside quotations."""
    blocks = [*([context.headline] if context.headline else []), *context.body]
    for block in blocks:
        for match in _NOTE.finditer(context.text, *block.span):
            if match.group().startswith(("??", "???")) and _ASKS.search(block.span.of(context.text)):
                continue
            if not context.quoted(match.start()) and not _CODED.fullmatch(match.group()) and not _short(context, match):
                yield Span(*match.span())
        if _ordered(block.span.of(context.text)) and block is not context.headline:
            yield block.span
    for sentence in context.sentences:
        head = _HEAD_OF_SENTENCE.match(context.text, *sentence.span)
        if head and not context.quoted(head.start()):
            yield Span(*head.span())
    for block in context.report.blocks:  # a line that looks like furniture or a credit may be such a note
        if block.role in ("credit", "furniture", "subhead", "deck", "caption"):
            words = block.span.of(context.text)
            found = _NOTE.search(words) or _HEAD_OF_SENTENCE.match(words)
            if (found or _ordered(words)) and len(words) < 200 and not _ASKS.search(words.strip()):
                yield block.span
