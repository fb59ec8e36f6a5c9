"""Chooses a source's title among what the report says of it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribution.sources import lexicon
from sayso.attribution.sources.page import Page
from sayso.attribution.sources.ranker import Model
from sayso.attribution.sources.roles import is_role
from sayso.attribution.sources.scene import Referent, Scene
from sayso.attribution.sources.titles import Title, has_role
from sayso.attribution.sources.vocabulary import plain
from sayso.attribution.sources.walk import Choice
from sayso.tagger.spans import Attribution
from sayso.types import SourceType, Span

#: Below this score (log-odds) a title is not given. Nearly every named person has one, bodies hardly ever.
_LEAST = {"person": -2.0, "unnamed-person": -3.0, "anonymous": -1.0, "organization": -1.0}


_LEADS = lexicon.DETERMINERS | frozenset(
    """saying says said citing quoting telling including like both by and with as one of ’s 's while when
    whose""".split()
)
_TRAILS = lexicon.DETERMINERS | lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | frozenset(("'s", "’s"))
#: A stretch that holds one of these is a clause and no title.
_VERBS = frozenset("said says told was were is are would will could may met wants recruited paid denies denied".split())


def title_candidates(scene: Scene, referent: Referent, made: Sequence[Choice]) -> list[Title]:
    """What stands beside the name anywhere, and the descriptions by which the source is meant, in text order."""
    page = scene.page
    found = list(scene.titles.get(referent.entity.number, ())) if referent.entity is not None else []
    for choice in made:
        mention = choice.mention
        if mention.form == "name" and mention.name is not None and _office(page, mention.first, mention.name.begin):
            found.append(Title(mention.first, mention.name.begin, "mention", mention.first))
        if mention.form != "description" or not (is_role(mention.head) or referent.entity is not None):
            continue
        first = mention.first + (1 if mention.determiner and mention.end - mention.first > 1 else 0)
        found.append(Title(first, mention.end, "mention", mention.first))
    kept = (trimmed(page, title, referent) for title in found)
    once = dict.fromkeys(title for title in kept if title is not None)  # a set has another order in every run
    return sorted(once, key=lambda title: (title.first, title.end))


def _office(page: Page, first: int, end: int) -> bool:
    """Whether an office with what it is over stands here: "ambassador to Freedonia"."""
    low = page.lower[first:end]
    return any(is_role(word) for word in low) and "," not in low and not {"of", "to", "for", "in"}.isdisjoint(low)


def trimmed(page: Page, title: Title, referent: Referent) -> Title | None:
    """Without article, possessor's pronoun, the words that lead in ("saying", a time) and the name itself; None where
    nothing that can be a title is left."""
    first, end = title.first, title.end
    own = referent.entity.keys if referent.entity is not None else set()
    for index in range(first, end):
        after = index + 1 + page.lower[min(index + 1, end - 1)].endswith("-year-old")
        while after < end and (page.lower[after] in lexicon.RANKS or page.lower[after] in lexicon.HONORIFICS):
            after += 1
        if page.words[index] == "," and any(tuple(page.lower[after : after + len(key)]) == key for key in own):
            end = index
            break
        if index > first and tuple(page.lower[index:end]) in own:  # "chief of staff Ann Oster"
            end = index
            break
    while first < end and (
        page.lower[first] in _LEADS or page.words[first][0].isdigit() or not page.words[first][0].isalnum()
    ):
        first += 1
    while end > first and (not page.words[end - 1][0].isalnum() or page.lower[end - 1] in _TRAILS):
        end -= 1
    words = page.lower[first:end]
    if not words or not _VERBS.isdisjoint(words[: None if title.pattern == "who" else 12]):
        return None
    if words[0] in lexicon.PREPOSITIONS and title.pattern != "of":
        return None
    if any(tuple(words) == key for key in own):
        return None
    return Title(first, end, title.pattern, title.at)


def title_features(scene: Scene, referent: Referent, found: Sequence[Title], index: int, type: str) -> list[str]:
    """What the linear model of titles sees of one candidate, as names of features that are present."""
    title, page = found[index], scene.page
    words = page.lower[title.first : title.end]
    size = len(words)
    same = [other.pattern for other in found[:index]].count(title.pattern)
    at_first = referent.entity is not None and title.at == referent.entity.names[0].first
    role = has_role(page, title.first, title.end)
    features = [
        "title", f"title pattern={title.pattern}", f"title pattern={title.pattern}&order={min(same, 3)}",
        f"title order={min(index, 4)}", f"title words={min(size, 12)}",
        f"title pattern={title.pattern}&long={size > 8}",
        f"title pattern={title.pattern}&one={size == 1}", f"title type={type}",
        f"title pattern={title.pattern}&type={type}",
        f"title role={role}&pattern={title.pattern}", f"title count={min(len(found), 5)}",
        f"title first word={plain(words[0])}", f"title last word={plain(words[-1])}", f"title at first={at_first}",
    ]  # fmt: skip
    if words[0] in lexicon.DETERMINERS:
        features.append(f"title determiner&pattern={title.pattern}")
    if words[0] in ("former", "ex", "then", "late"):
        features.append("title former")
    if any(page.words[i][0].isupper() for i in range(title.first, title.end)):
        features.append("title capital")
    own = {low for low in words if low[0].isalnum()}
    others = [frozenset(page.lower[t.first : t.end]) for i, t in enumerate(found) if i != index]
    if any(own <= other for other in others):
        features.append("title inside another")
    if any(other <= own for other in others):
        features.append("title holds another")
    if referent.entity is not None and not own.isdisjoint(referent.entity.key):
        features.append("title own name")
    if "," in words:
        features.append("title comma")
    if "and" in words:
        features.append(f"title and&pattern={title.pattern}")
    if is_role(words[-1]):
        features.append(f"title ends in role&pattern={title.pattern}")
    if is_role(words[0]):
        features.append(f"title begins with role&pattern={title.pattern}")
    if page.quoted[title.first]:
        features.append("title quoted")
    if page.titled[title.first]:
        features.append("title in headline")
    return features


def _plausible(page: Page, span: Span) -> bool:
    """Whether what the tagger took for a title names a role: fragments ("The", "of Michigan") do not."""
    first, end = page.range(span)
    return has_role(page, first, end) and page.lower[first] not in lexicon.DETERMINERS | lexicon.PREPOSITIONS


def _beside(source: Span | None, title: Span) -> bool:
    """Whether a title stands in the source's words or right beside them: another's title is no body's."""
    return source is not None and title.begin <= source.end + _GAP and source.begin <= title.end + _GAP


_ONE = ("person", "unnamed-person", "anonymous")
#: Characters between a body and what it is called.
_GAP = 2


def best_title(
    scene: Scene, model: Model, referent: Referent, made: Sequence[Choice], attributions: Sequence[Attribution],
    type: SourceType,
) -> Span | None:  # fmt: skip
    """Span of the title, or None: what stands beside the name, the description itself, or what the tagger saw."""
    seen = ((a, a.title) for a in attributions if a.title is not None and _plausible(scene.page, a.title))
    given = next((title for a, title in seen if type in _ONE or _beside(a.source, title)), None)
    if type not in _LEAST:
        return given
    found = title_candidates(scene, referent, made)
    scores = [model.score(title_features(scene, referent, found, i, type)) for i in range(len(found))]
    if not scores or max(scores) < _LEAST[type]:
        return given
    best = found[max(range(len(found)), key=scores.__getitem__)]
    if given is not None and max(scores) < 0:
        return given
    return scene.page.span(best.first, best.end)
