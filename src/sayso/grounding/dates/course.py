"""Days that statements may share: what tells which one, given the days of the statements before.

Reports date a speaker once and let the sentences that follow inherit it: "Amberg said on Friday … He added …". The
features here are names of what is present, for the ranker of :mod:`sayso.grounding.dates.utterance`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from sayso.grounding.dates.history import History
from sayso.grounding.dates.mention import DateMention
from sayso.grounding.dates.scene import FUTURE, NEAR, Scene, perfect, step, within
from sayso.patterns import kept

#: How many days named before a statement, and after it, it may be of.
_BEFORE, _AFTER = 6, 3
_LIKELY = 0.5
_WORD = kept(r"[A-Za-z]+")
_PRONOUNS = frozenset(("he", "she", "they", "it"))
_APART = (0, 1, 2, 3, 5, 8)
_TENTHS = (0, 1, 2, 3, 4, 5, 6, 7, 8)


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely a date of a statement's sentence is that of its utterance, and what that was concluded from."""

    probability: float
    mention: DateMention
    features: Sequence[str]


@dataclass(slots=True, init=False)
class Course:
    """A scene with what does not hang on decisions: ``chances`` holds for each statement the days of its own sentence,
    ``own`` the likeliest of them where it is likely enough by itself."""

    scene: Scene
    chances: Sequence[dict[str, Chance]]
    own: Sequence[str | None]
    signs: list[list[str]]
    paragraphs: list[int]
    _places: list[int]
    _mentioned: list[int]
    _heard: bytearray
    _next: list[int]
    _next_same: list[int]

    def __init__(self, scene: Scene, chances: Sequence[dict[str, Chance]], threshold: float) -> None:
        self.scene, self.chances = scene, chances
        best = [max(((c.probability, day) for day, c in found.items()), default=(0.0, None)) for found in chances]
        self.own = [day if p >= threshold else None for p, day in best]
        paragraph = scene.sentences.paragraph
        self.paragraphs = [paragraph(one.core.begin) for one in scene.utterances]
        self._places = [mention.span.begin for mention in scene.mentions]
        self._mentioned = [paragraph(place) for place in self._places]
        self._heard = bytearray(len(scene.text) + 1)
        for one in scene.utterances:
            for span in one.content:
                self._heard[span.begin : span.end] = b"\1" * (span.end - span.begin)
        self.signs = [list(_signs(scene, i, self.paragraphs[i])) for i in range(len(scene.utterances))]
        self._ahead()

    def _ahead(self) -> None:
        """For each statement the next dated one, of any source and of its own."""
        far = len(self.own) + NEAR
        any_, same = far, dict[Hashable, int]()
        self._next, self._next_same = [far] * len(self.own), [far] * len(self.own)
        for i in range(len(self.own) - 1, -1, -1):
            key = self.scene.utterances[i].source_key
            self._next[i], self._next_same[i] = any_, same.get(key, far)
            if self.own[i] is not None:
                any_ = same[key] = i

    def days(self, index: int) -> list[str]:
        """The days that statement ``index`` may be of: its sentence's and those named nearest before and after it.

        A date of the sentence that is likelier its own than not leaves no room for another.
        """
        own = [day for day, chance in self.chances[index].items() if chance.probability >= _LIKELY]
        if own:
            return own
        mentions = self.scene.mentions
        at = self._at(index)
        found = dict.fromkeys(self.chances[index])
        before = dict.fromkeys(m.start for m in mentions[max(0, at - NEAR) : at][::-1] if m.start)
        after = dict.fromkeys(m.start for m in mentions[at : at + NEAR] if m.start)
        found |= dict.fromkeys(list(before)[:_BEFORE]) | dict.fromkeys(list(after)[:_AFTER])
        return list(found)

    def _at(self, index: int) -> int:
        """How many mentions stand before the words that do the saying."""
        return bisect_left(self._places, self.scene.utterances[index].core.begin)

    def words_for(self, index: int, day: str) -> DateMention:
        """The mention that gives statement ``index`` its day: its own sentence's, else the nearest before or after."""
        if day in self.chances[index]:
            return self.chances[index][day].mention
        mentions, at = self.scene.mentions, self._at(index)
        order = (*reversed(mentions[max(0, at - NEAR) : at]), *mentions[at : at + NEAR])
        return next(mention for mention in order if mention.start == day)

    def day_features(self, index: int, day: str, told: History) -> list[str]:
        """Of statement ``index`` having been made on ``day``."""
        scene, here = self.scene, self.paragraphs[index]
        one, key = scene.utterances[index], scene.utterances[index].source_key
        features, core = ["D"], []
        chance = self.chances[index].get(day)
        if chance is not None:
            tenths = int(10 * chance.probability)
            features += [f"own:{name}" for name in chance.features]
            features.append(f"chance={step(tenths, _TENTHS)}")
            core.append(f"own{step(tenths, (2, 4, 6, 8))}")
        other = max((c.probability for name, c in self.chances[index].items() if name != day), default=0.0)
        features.append(f"other={step(int(10 * other), (0, 2, 4, 6, 8))}")
        near, words = self._mentions(index, day)
        features += words
        own = told.by_source_day.get((key, day))
        if own is not None:
            apart, last = step(here - self.paragraphs[own], _APART), own == told.by_source.get(key)
            gap = step(index - own, (1, 2, 3, 5, 9))
            share = round(4 * told.days_of[key, day] / told.counts[key])
            features += [
                f"source gap={gap}", f"source apart={apart}", f"source last={last}", f"source last={last}:{apart}",
                f"source latest={told.latest.get(key) == day}", f"source={gap}:{apart}", f"source share={share}",
            ]  # fmt: skip
            core.append("S" if last else "s")
        else:
            another = told.latest.get(key) is not None  # its source has been given another day
            features.append(f"source={'new' if key not in told.by_source else another}")
            core += ["x"] * another
        before = told.by_day.get(day)
        if before is not None:
            prior = scene.utterances[before]
            gap, apart = step(index - before, (1, 2, 3, 5, 9)), step(here - self.paragraphs[before], _APART)
            features += [
                f"gap={gap}", f"apart={apart}", f"before={gap}:{apart}:{before == own}",
                f"latest={told.last_day == day}",
                f"sentence={scene.around[before] == scene.around[index]}",
                f"nested={within(one.core, prior.content)}", f"holds={within(prior.core, one.content)}",
                f"run={step(told.run if told.run_day == day else 0, (0, 1, 2, 4, 8))}",
                f"sources={min(len(told.sources[day]), 5)}",
            ]  # fmt: skip
            core.append("P1" if index - before == 1 else "P")
        else:
            features.append("gap=no")
        features.append(f"share={round(4 * told.on[day] / max(1, index))}:{min(index, 4)}")
        same, any_ = self._next_same[index], self._next[index]
        if same - index < NEAR and self.own[same] == day:
            ahead = step(self.paragraphs[same] - here, _APART)
            features += [f"ahead={ahead}", f"ahead={ahead}:{here == 0}"]
            core.append("A")
        if any_ - index < NEAR and self.own[any_] == day:
            features.append(f"next={step(self.paragraphs[any_] - here, _APART)}:{here == 0}")
        joined = "|".join(core) or "0"
        features += [f"core={joined}", f"{joined}&mention={near}", f"{joined}&{words[0]}"]
        features += [f"{joined}&{sign}" for sign in self.signs[index]]
        return features

    def _mentions(self, index: int, day: str) -> tuple[str, list[str]]:
        """How far the day's nearest mention stands before, and features of where the day is named; age first."""
        scene, here, at = self.scene, self.paragraphs[index], self._at(index)
        mentions = scene.mentions
        window = range(at - 1, max(-1, at - 1 - NEAR), -1)
        back = next((k for k in window if mentions[k].start == day), None)
        ahead = next((k for k in range(at, min(at + NEAR, len(mentions))) if mentions[k].start == day), None)
        nearest = back if back is not None else ahead if ahead is not None else 0
        features = [f"age={scene.age(mentions[nearest])}", f"only={len(scene.named) == 1}"]
        features.append(f"first={scene.named[0] == day}")
        near = "no"
        if back is not None:
            near = step(here - self._mentioned[back], _APART)
            heard = bool(self._heard[mentions[back].span.begin])
            features += [f"mention={near}:{heard}", f"rule={mentions[back].rule}", f"last={back == at - 1}:{near}"]
        features.append(f"mention={near}")
        if ahead is not None:
            features.append(f"mention ahead={step(self._mentioned[ahead] - here, _APART)}:{back is not None}")
        return near, features

    def silence_features(self, index: int, told: History) -> list[str]:
        """Of the text not telling when statement ``index`` was made."""
        key = self.scene.utterances[index].source_key
        last = told.by_source.get(key)
        features = ["N", *(f"N:{sign}" for sign in self.signs[index])]
        features.append(f"N:before={'start' if not index else told.run_day is not None}")
        features.append(f"N:source={'new' if last is None else told.given.get(key)}")
        if last is not None:
            features.append(f"N:source={step(index - last, (1, 2, 4, 8))}:{told.given.get(key)}")
        features.append(f"N:dated={round(4 * sum(told.on.values()) / max(1, index))}:{min(index, 6)}")
        features.append(f"N:days={min(len(self.scene.named), 5)}")
        features.append(f"N:anchor={self.scene.anchor is not None}")
        best = max((c.probability for c in self.chances[index].values()), default=0.0)
        features.append(f"N:chance={step(int(10 * best), _TENTHS)}")
        return features


def _signs(scene: Scene, index: int, paragraph: int) -> Iterator[str]:
    """What a statement looks like by itself."""
    one, text = scene.utterances[index], scene.text
    begin, end = one.core
    cue = text[begin:end].lower() if one.cue else "none"
    yield f"cue={cue}"
    yield f"ends={cue[-2:]}"
    yield f"how={one.how}"
    yield f"p={step(paragraph, (0, 1, 2, 4, 8, 16))}"
    yield from (f"b={word.lower()}" for word in _WORD.findall(text, max(0, begin - 30), begin)[-2:])
    yield from (f"a={word.lower()}" for word in _WORD.findall(text, end, end + 30)[:2])
    lead = text[max(0, begin - 24) : begin]
    signs = {
        "perfect": perfect(text, one),
        "future": bool(FUTURE.search(lead)),
        "quoted": text[one.content[0].begin] in "“\"'‘",
        "pronoun": one.source is not None and one.source.of(text).lower() in _PRONOUNS,
        "no source": one.source is None,
        "other period": scene.others[index],
        "a day": bool(scene.days[index]),
        "inside": _inside(scene, index),
    }
    yield from (name for name, holds in signs.items() if holds)


def _inside(scene: Scene, index: int) -> bool:
    """Whether the words that do the saying stand in what another statement says."""
    one = scene.utterances[index]
    begin, end = one.core
    for other in scene.near(index):
        for first, last in other.content:
            if first <= begin and end <= last and other is not one:
                return True
    return False
