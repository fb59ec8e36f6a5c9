"""Names that stand beside a description of their bearer: "the broadcaster KTV", "a spokesman, Paul Oster,"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribution.interviews import first_question
from sayso.attribution.sources import lexicon
from sayso.attribution.sources.entities import ORGANIZATION, OTHER, PEOPLE, PERSON, PLACE
from sayso.attribution.sources.governments import demonym_of
from sayso.attribution.sources.meant import Candidate
from sayso.attribution.sources.mentions import Mention
from sayso.attribution.sources.names import Name, is_compound
from sayso.attribution.sources.page import Page
from sayso.attribution.sources.roles import is_agent
from sayso.attribution.sources.scene import Scene
from sayso.attribution.sources.vocabulary import common_words, first_names

#: Nouns for a body that may stand right before its name.
_BODIES = lexicon.BODIES | lexicon.MEDIA | lexicon.COMPANY | frozenset(("affiliate", "monitor", "nonprofit"))
#: Nouns for what no person's name stands in apposition to.
_NOBODIES = _BODIES | lexicon.DOCUMENTS | lexicon.GROUPS
_SUFFERERS = frozenset("victim suspect accused defendant deceased student patient child boy girl man woman".split())
#: Nouns for a person or a body: "its largest shareholder, Norvast Brill, which".
_EITHER = lexicon.FIRMS | lexicon.word_set(
    "shareholder stockholder investor rival competitor partner creditor backer sponsor auditor bidder"
)
#: What somebody says, by which he says it.
_SPEECHES = frozenset("statement statements tweet tweets speech remarks comment comments letter email message".split())
#: What sets an apposition apart.
_APART = frozenset((",", "—", "–"))
#: What may follow a name in apposition.
_CLOSED = frozenset(", . ; : — – ( ) ? !".split())


def introduced(scene: Scene, mention: Mention, found: list[Candidate]) -> bool:
    """A name after plain words that say what bears it, and nothing after it: "the broadcaster KTV", "her aunt Gerd"."""
    name, entity, page = mention.name, found[0].entity, scene.page
    if mention.form != "name" or name is None or entity is None or found[0].origin != "entity":
        return False
    before = [
        index
        for index in range(mention.first + bool(mention.determiner), name.begin)
        if not any(other.begin <= index < other.end for other in mention.names)  # "the KTV affiliate KTV-4"
    ]
    plain = all(_plain(page.words[i]) or (page.initial[i] and page.words[i].isalpha()) for i in before)
    if not before or not plain or name.end != mention.end or entity.kind in (PLACE, PEOPLE) or _generic(name):
        return False
    last = page.lower[name.begin - 1]
    if entity.kind != PERSON and (last in _BODIES or is_compound(last)):
        return True
    return entity.kind != ORGANIZATION and is_agent(last)


def _generic(name: Name) -> bool:
    """A capitalised noun that nothing is called by: the TV of "Norlandic state TV", the State of "State media"."""
    return len(name.key) == 1 and (name.key[0] in lexicon.ORG_HEADS or name.key[0] in common_words())


def _plain(word: str) -> bool:
    """A word in lower case, hyphens allowed ("state-run"), or an adjective made of a name."""
    lowered = word[0].islower() and word.replace("-", "").isalpha()
    return lowered or word in ("'s", "’s") or is_compound(word) or demonym_of(word) is not None


def apposed(scene: Scene, mention: Mention) -> Name | None:
    """The name that stands in apposition to a description of one person or body: "a spokesman, Paul Oster,"."""
    page = scene.page
    body = mention.head in _BODIES
    among = page.lower[mention.first : mention.first + 2] == ["one", "of"]  # "one of his aides, Paul Oster,"
    agent = is_agent(page.lower[mention.end - 1]) if among else not mention.plural and is_agent(mention.head)
    last = mention.names[-1] if mention.names else None
    in_full = last is not None and last.end == mention.end and len(last.key) > 1 and last.key[0] in first_names()
    agent = agent or (in_full and not mention.plural and mention.head not in _NOBODIES)
    if mention.form != "description" or not (agent or (body and not mention.plural)):
        return None
    if not among and _of_another(page.lower[mention.phrase_end : mention.end]):
        return None  # "the mother of one victim, Paul Oster, said"
    place = _apart(scene, mention)
    within = mention.phrase_end < place < mention.end  # "the mayor of Veldham, Norland" names no mayor
    if page.words[place : place + 1] == [] or page.words[place] not in _APART:
        return None
    aged = page.lower[place + 1 : place + 2] != [] and page.lower[place + 1].endswith("-year-old")
    begin = _after_home(page, place + 1 + aged)
    begin += page.lower[begin : begin + 1] in (["the"], ["a"], ["an"])  # "her daughter, the novelist Ann Oster"
    begins = (begin, begin + (page.lower[begin : begin + 1] == ["former"]))
    name = next(
        (n for n in scene.names_from(begin) if scene.begins.get(n.first, n.begin) in begins and not n.rank_only), None
    )
    entity = scene.entity(name) if name is not None else None
    kinds = (PERSON, ORGANIZATION) if mention.head in _EITHER else (ORGANIZATION,) if body else (PERSON,)
    if name is None or entity is None:
        return None
    firm = body and entity.kind == PERSON and not (name.honorific or name.ranked or entity.gender)  # "Castor Marine"
    if not firm and entity.kind not in (kinds if within else (*kinds, OTHER)):
        return None
    home = page.lower[name.end : name.end + 1] == ["of"] and page.words[name.end + 2 : name.end + 3] == [","]
    closed = home or name.end >= len(page.words) or page.words[name.end] in _CLOSED or name.end >= mention.end > place
    return name if closed and page.sentence[name.first] == page.sentence[mention.first] else None


def _apart(scene: Scene, mention: Mention) -> int:
    """Where the apposition is set apart from a description: within the mention or at its end.

    Of several nouns it may belong to any: "a spokesman for the chairman, Paul Oster".
    """
    page = scene.page
    for index in range(mention.phrase_end, mention.end):
        if page.words[index] in _APART:
            return index
        another = is_agent(page.lower[index]) and not any(name.first <= index < name.end for name in mention.names)
        if index > mention.phrase_end and (another or page.lower[index] in ("who", "whose")):
            break
    return mention.end


def _after_home(page: Page, begin: int) -> int:
    """Where the name begins in "Veldham-based Ann Oster" and "Veldham, Norland-based Ann Oster"."""
    for index in range(begin, min(begin + 6, len(page.words))):
        word = page.words[index]
        if word.endswith("-based"):
            return index + 1
        if word != "," and not word[0].isupper():
            break
    return begin


def called(scene: Scene, mention: Mention) -> Name | None:
    """The name within a description that is called so: "a tailor named Oster", "the KTV public broadcaster"."""
    page, name = scene.page, mention.names[-1] if mention.names else None
    entity = scene.entity(name) if name is not None else None
    if mention.form != "description" or name is None or entity is None or name.rank_only or _generic(name):
        return None
    if page.lower[name.begin - 1] in ("named", "called") and name.end == mention.end:
        return name if mention.phrase_end in (name.begin - 1, name.begin, mention.end) else None
    medium = mention.head in lexicon.MEDIA and entity.kind in (ORGANIZATION, OTHER)
    noun = range(name.end, mention.end)
    bare = (
        not name.possessed
        and mention.phrase_end == mention.end
        and 0 < len(noun) < 4
        and all(_plain(page.words[index]) for index in noun)
    )
    return name if medium and bare and name.key[-1] not in lexicon.DEMONYM_TAILS else None


def author(scene: Scene, mention: Mention) -> Name | None:
    """Who speaks by what is named as his: "Oster's statement", "Mr. Oster's first tweet"."""
    name = mention.names[0] if len(mention.names) == 1 else None
    entity = scene.entity(name) if name is not None else None
    if mention.form != "description" or name is None or entity is None or mention.head not in _SPEECHES:
        return None
    owns = name.possessed and name.begin == mention.first + (mention.determiner == "the")
    return name if owns and mention.phrase_end == mention.end and entity.kind == PERSON else None


def asked(scene: Scene) -> Name | None:
    """Whom an interview's questions are for: the person whom the words before the first one name most often."""
    end = first_question(scene.page.text)
    begins = scene.page.begins
    people = [entity for entity in scene.entities if entity.kind == PERSON]
    often = [sum(begins[name.first] < end for name in entity.names) for entity in people]
    most = max(often, default=0)
    fitting = [entity for entity, count in zip(people, often, strict=True) if count == most]
    return fitting[0].names[0] if most and len(fitting) == 1 else None


def _of_another(rest: Sequence[str]) -> bool:
    """Whether words after a description's noun, in lower case, end with another person: "of one victim"."""
    return rest[:1] == ["of"] and (rest[-1] in _SUFFERERS or is_agent(rest[-1]))
