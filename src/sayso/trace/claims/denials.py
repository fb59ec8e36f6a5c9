"""Who denies a claim, and how it stands when all reports are taken together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from sayso.trace.claims.assertions import Assertion, parts, with_relays
from sayso.trace.claims.likeness import Likeness
from sayso.trace.claims.overlap import Lists, sharing
from sayso.trace.material import Page, Scene, whole
from sayso.trace.tokens import FUNCTION
from sayso.trace.types import Correction, Location, Stands, StatementAt
from sayso.types import Statement

ALIKE = 0.45  # likeness of what is denied, or said the other way round, to the claim
_BACK, _FAR = 4, 2  # statements and paragraphs before a denial among which that which it denies is looked for
_FIRST = 8  # members of a claim that are compared with what may deny it
_NEXT = 1  # the same where the denial only points at it
_POINTING = frozenset(
    "allegation allegations accusation accusations charge charges claim claims report reports account accounts version "
    "suggestion story statement remarks all everything wrongdoing knowledge involvement responsibility untrue".split()
)
_DEFINITE = re.compile(r"(?:the|this|that|it|these|those|such)\b", re.IGNORECASE)
_DISPUTES = re.compile(r"disput|contest|question|challeng|contradict|doubt", re.IGNORECASE)
_AGAINST = frozenset({"denied", "disputed"})


class Denials:
    """What denies what in a scene: within reports as they say so, across reports by content.

    ``told`` is what denials repeat of what they deny; ``likeness`` knows it and the members of all groups.
    """

    def __init__(
        self,
        scene: Scene,
        groups: Sequence[Sequence[Assertion]],
        told: Sequence[Assertion],
        likeness: Likeness,
        corrections: Iterable[Correction] = (),
    ) -> None:
        self._taken_back = {made.corrects: made.notice for made in corrections if made.corrects}
        self._scene = scene
        self._order = {page.id: n for n, page in enumerate(scene.pages)}
        self._denied = frozenset(told)
        self._answers = dict(_answers(scene))
        negative = [a for group in groups for a in group if a.negative]
        against = (*told, *sorted(negative, key=lambda a: (a.page.age, a.span)))
        self._opposed = _opposed(groups, against, len(told), likeness)

    def of(self, group: Sequence[Assertion]) -> tuple[StatementAt, ...]:
        """The statements that deny a claim or say the opposite, in the order of the reports."""
        found: dict[StatementAt, None] = {}
        for page, statement in self._heard(group):
            for standing in statement.standing:
                by = page.statements.get(standing.by or "")
                if standing.status in _AGAINST and by is not None:
                    found[StatementAt(page.id, by.id, whole(by))] = None
            for by in self._answers.get((page.id, statement.id), ()):
                found[StatementAt(page.id, by.id, whole(by))] = None
        here = {(a.page.id, a.statement.source.id) for a in group}
        for denial in self._opposed.get(group[0], ()):
            if (denial.page.id, denial.statement.source.id) not in here or denial in self._denied:
                found[denial.at] = None
        for assertion in group:
            notice = self._taken_back.get(Location(assertion.page.id, assertion.span))
            found |= dict.fromkeys(self._told(notice) if notice else ())
        return tuple(sorted(found, key=lambda at: (self._order[at.report], at.span)))

    @staticmethod
    def _heard(group: Sequence[Assertion]) -> Iterator[tuple[Page, Statement]]:
        """The statements of a claim, and those that hand them on."""
        for assertion in group:
            for statement in with_relays(assertion.page, assertion.statement):
                yield assertion.page, statement

    def _told(self, notice: Location) -> Iterator[StatementAt]:
        """The first statement of a notice, or of its report, which takes back what it names."""
        page = self._scene.by_id[notice.report]
        inside = [s for s in page.reading.statements if s.extent.overlaps(notice.span)] or page.reading.statements
        yield from (StatementAt(page.id, statement.id, whole(statement)) for statement in inside[:1])

    def stands(self, group: Sequence[Assertion], denied_by: Sequence[StatementAt]) -> Stands:
        """The weightiest of what is said of the claim."""
        if any(Location(assertion.page.id, assertion.span) in self._taken_back for assertion in group):
            return "denied"
        said = {standing.status for _, statement in self._heard(group) for standing in statement.standing}
        by = [self._scene.by_id[at.report].statements[at.statement] for at in denied_by]
        if "denied" in said or any(
            statement.act == "deny" and not self._disputes(at.report, statement)
            for at, statement in zip(denied_by, by, strict=True)
        ):
            return "denied"
        if denied_by or "disputed" in said:
            return "disputed"
        ranked: Mapping[str, Stands] = {"unverified": "unverified", "confirmed": "confirmed"}
        return next((stands for status, stands in ranked.items() if status in said), "asserted")

    def _disputes(self, report: str, statement: Statement) -> bool:
        text = self._scene.by_id[report].text
        return any(_DISPUTES.search(cue.of(text)) for cue in statement.cue)


def _opposed(
    groups: Sequence[Sequence[Assertion]], against: Sequence[Assertion], told: int, likeness: Likeness
) -> dict[Assertion, list[Assertion]]:
    """By the first member of a group: those of ``against`` that share two words with it and are against what one of
    its first members says. The first ``told`` repeat what they deny; the others say something with a negation, so that
    what says the same with one less, or one more, is the opposite."""
    if not against or not groups:
        return {}
    number = np.array([likeness.number(denial) for denial in against], np.intp)
    turned = np.array([denial.negative for denial in against], bool)
    turned[told:] ^= True  # what they are against is so turned
    members = Lists.of([[likeness.number(assertion) for assertion in group] for group in groups])
    at, which = likeness.words.at(members.numbers)
    group = np.repeat(np.arange(len(groups)), members.counts)
    held = np.unique(group[which] * likeness.vocabulary + likeness.words.numbers[at])
    lists = Lists.grouped(held // likeness.vocabulary, held % likeness.vocabulary, len(groups))
    at, which = likeness.words.at(number)
    order = np.argsort(likeness.words.numbers[at], kind="stable")
    holding = Lists.grouped(likeness.words.numbers[at][order], which[order], likeness.vocabulary)
    near, denials = sharing(lists, holding, len(against))
    of = np.full(len(likeness.words.counts), -1)
    of[members.numbers] = group
    apart = of[number[denials]] != near
    near, denials = near[apart], denials[apart]
    first = Lists(members.starts, np.minimum(members.counts, _FIRST), members.numbers)
    at, which = first.at(near)
    near, denials, said = near[which], denials[which], members.numbers[at]
    negative = np.array([assertion.negative for own in groups for assertion in own], bool)
    against_it = turned[denials] == negative[at]
    near, denials, said = near[against_it], denials[against_it], said[against_it]
    alike = likeness.each(number[denials], said) >= ALIKE
    found: dict[Assertion, list[Assertion]] = {}
    for n, m in dict.fromkeys(zip(near[alike].tolist(), denials[alike].tolist(), strict=True)):
        found.setdefault(groups[n][0], []).append(against[m])
    return found


def denied(scene: Scene) -> list[Assertion]:
    """What denials repeat of what they deny."""
    return [
        part
        for page in scene.pages
        for statement in page.reading.statements
        if statement.act == "deny" and not statement.negated
        for part in parts(page, statement)
    ]


def _matter(page: Page, statement: Statement) -> tuple[frozenset[int], bool]:
    """The stems of what a statement says, and whether they only point at what was said before: "the allegations"."""
    tokens = page.tokens
    at = [n for span in statement.content for n in page.words(span) if not tokens.kinds[n] & FUNCTION]
    words = {page.text[tokens.begin[n] : tokens.end[n]].lower() for n in at}
    pointing = words <= _POINTING or (len(words) == 1 and bool(_DEFINITE.match(statement.content[0].of(page.text))))
    return frozenset(int(tokens.stems[n]) for n in at), pointing


def _answers(scene: Scene) -> Iterator[tuple[tuple[str, str], list[Statement]]]:
    """Denials of which the reading does not say what they deny: the statement of another source just before them."""
    for page in scene.pages:
        found: dict[str, list[Statement]] = defaultdict(list)
        before: list[Statement] = []
        for statement in page.reading.statements:
            if statement.act != "deny":
                before.append(statement)
                continue
            if statement.about or statement.negated:
                continue
            here = page.paragraph(statement.extent.begin)
            said = [other for other in before[-_BACK:] if other.source.id != statement.source.id]
            words, vague = _matter(page, statement)
            for other in reversed(said):
                far = here - page.paragraph(other.extent.begin)
                if far <= (_NEXT if vague else _FAR) and (vague or words & _matter(page, other)[0]):
                    found[other.id].append(statement)
                    break
        yield from (((page.id, of), by) for of, by in found.items())
