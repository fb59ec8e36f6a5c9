"""Where one person's quotation follows another's in a paragraph, and the second is named only after the words."""

from __future__ import annotations

import re

from sayso.check.context import Context
from sayso.check.language import VERB_OF_SAYING, content_words
from sayso.patterns import compiled
from sayso.report.marks import Quotation
from sayso.types import Span

_HONORIFICS = frozenset(
    "Mr Mrs Ms Dr Sen Rep Gov Senator Representative President Minister Sir The General Gen Judge Justice Governor "
    "Councillor Professor Prof Secretary Congressman Congresswoman Lord Lady Mayor Chief Speaker Sheriff Captain "
    "Republican Democratic Democrat Finance Foreign Prime Vice Attorney State House Senate White".split()
)
_SAYS = (
    rf"(?:{VERB_OF_SAYING[3:-1]}|answered|shot back|fired back|countered|retorted|snapped|complained|lamented|conceded|"
    r"observed|agreed|offered|interjected|protested|recounted|mused|cautioned|chimed in|put it|confirmed|affirmed|"
    r"asserted|maintained|predicted|charged|alleged|suggested|joined in|objected|disagreed|reported|emphasi[sz]ed|"
    r"stressed|contended|pleaded|cried|yelled|reassured|promised|vowed|boasted|sighed|whispered|posted|texted|thinks)"
)
_NAME = r"(?:[A-Z][\w’'-]*\.? (?:[A-Z]\. |(?:d[aei]|al|van|von|de[rln]?|bin|ben) )?){0,4}[A-Z][\w’'-]*[a-z]\w*"
_ROLE = r"(?:(?:an?|the|his|her|their|its|one|another|[A-Z][\w’'-]+[’']s) )?(?:[a-z][\w’'-]*,? ){0,5}?"
#: "said the tenants' leader, Ida Moen", "Petra Lund, who lives below it, said", "according to Lars Dahl".
_TAG = compiled(
    rf",?\s*(?:{_SAYS}|according to)\s+{_ROLE}(?P<one>{_NAME})|"
    rf",?\s*{_ROLE}(?P<other>{_NAME})(?: (?:of|from|at|with|for) [^.,;:“”\"]{{2,60}}?)?"
    rf"(?:,[^.;:“”\"]{{2,90}})?,? (?:[a-z]+ly |later |also |then |has |had )?"
    rf"{_SAYS}\b"
)
_PRONOUN = compiled(
    rf",?\s*(?:(?P<one>he|she|they) (?:also |later |then )?{VERB_OF_SAYING}|{VERB_OF_SAYING} (?P<other>he|she|they))\b"
)
_SOMEBODY = compiled(
    rf",?\s*(?:(?:the|his|her|their|its|an?) (?:[\w’'-]+ ){{1,4}}{VERB_OF_SAYING}|"
    rf"{VERB_OF_SAYING} (?:the|his|her|their|its|an?) [a-z])"
)
_TITLE = {"Mr": "she", "Mrs": "he", "Ms": "he"}


def named_late(context: Context, first: Quotation, second: Quotation, block: Span) -> str | None:
    """The name that only follows ``second``, where ``first`` in the paragraph is plainly somebody else's."""
    text = context.text
    if not first.closed or not second.closed or len(second.content.of(text).split()) < 5:
        return None
    if not re.search(r"[,?!]\W*$", text[second.span.begin : second.span.end + 1]):
        return None  # the quotation ends its sentence, and what follows is another
    if not re.match(r"\W*[A-Z]", second.content.of(text)):
        return None
    tag = _TAG.match(text, second.span.end, block.end)
    between = text[first.span.end : second.span.begin]
    if tag is None or not _ends(text, first, between):
        return None
    name = tag["one"] or tag["other"]
    late = _surnames(name)
    if not late or _told_before(context, late, first, block):
        return None
    return name if _another(context, first, between, tag, late) else None


def _ends(text: str, first: Quotation, between: str) -> bool:
    """Whether the sentence of ``first`` is over, and nothing but its speaker stands between the two."""
    if not between.strip():
        return re.search(r"[.!?]\W*$", text[first.span.begin : first.span.end]) is not None
    if (
        len(between) > 160
        or not re.search(r"[.!?]\s*$", between)
        or re.search(r"(?<!\b[MD][rs])(?<!\bMrs)(?<!\bSen)(?<!\bRep)(?<!\bGov)[.!?] [A-Z]", between[:-1])
    ):
        return False
    return any(each.match(between) for each in (_TAG, _PRONOUN, _SOMEBODY))


def _surnames(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[A-Z][\w’'-]*[a-z]\w*", name)) - _HONORIFICS


def _told_before(context: Context, late: frozenset[str], first: Quotation, block: Span) -> bool:
    """Whether the paragraph has the name already outside quotations: then readers may know who goes on."""
    begin = block.begin
    for each in context.quotations:
        if begin <= each.span.begin <= first.span.begin:
            if late & _surnames(context.text[begin : each.span.begin]):
                return True
            begin = each.span.end
    return False


def _another(context: Context, first: Quotation, between: str, tag: re.Match[str], late: frozenset[str]) -> bool:
    """Whether ``first`` is somebody else's than the one whom ``tag`` names."""
    own, pronoun = _TAG.match(between), _PRONOUN.match(between)
    if own:
        return not late & _surnames(own["one"] or own["other"])
    earlier = context.text[: first.span.begin]
    new = not any(re.search(rf"\b{re.escape(each)}\b", earlier) for each in late)
    if pronoun:
        title = re.match(r"(Mrs?|Ms)\b", tag["one"] or tag["other"])
        said = pronoun["one"] or pronoun["other"]
        return new or (title is not None and said == _TITLE[title[1]]) or _others(context, first, late)
    if between.strip():
        role = re.search(r"\b(?:the|his|her|their|its|an?) ([\w’' -]+)", between)
        beside = tag.group() + context.text[tag.end() : tag.end() + 60]
        same = role and content_words(role[1]) & content_words(beside)
        return new and not same
    subject = _SUBJECT.match(context.text[context.enclosing(first.span).begin : first.span.begin])
    return subject is not None and bool(_surnames(subject["who"])) and not late & _surnames(subject["who"])


#: "Mr. Holm said the plan leaves families “…", "Ms. Orr called it “…".
_SUBJECT = compiled(
    rf"(?:But |And |Yet |Then )?(?P<who>{_NAME})(?:,[^;:“”\"]{{2,80}},)? (?:has |had |also |later |then )*"
    rf"(?:{VERB_OF_SAYING}|call(?:s|ed)|describe[sd]|dubbed|denounced|labell?ed|blasted|praised|dismissed|accused)\b"
)


def _others(context: Context, first: Quotation, late: frozenset[str]) -> bool:
    """Whether the reading has ``first`` as the words of somebody of another name."""
    spoken = [each for each in context.statements if any(part.overlaps(first.span) for part in each.content)]
    names = [_surnames(each.source.name or "") for each in spoken if each.source.type == "person"]
    return bool(names) and all(each and not each & late for each in names)
