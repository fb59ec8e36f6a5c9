"""Train what tells a headline that is harder than its story.

    PYTHONPATH=evaluation python -m training.headlines ../shared/data/news/allsides.jsonl.xz [ids to leave out]

writes ``src/sayso/check/backing.npz``. Published headlines are taken as fair; each is also made harder, where it can
be: who says it is taken away, a hedge is taken away, a verb is changed for a harder one, or one step of a ladder
("wounds" to "kills", "considers" to "approves") is taken. Prints what is found among the reports held out.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from evaluation.check_altered import reading_of

from sayso.check.backing import FEATURES, acts, body_of, features
from sayso.check.context import Context
from training import trees
from training.figures import held, rows

ROUNDS, LEAVES = 200, 12
SAYS = r"(?:says?|said|claims?|warns?|alleges?|reports?|suggests?|argues?|finds?|shows?|believes?|predicts?)"
HARD = (
    "kills hides wrecks attacks defies refuses blocks breaks forces plots betrays destroys bans fires lies "
    "steals cheats threatens ruins sabotages crushes guts rigs smears silences punishes rejects abandons "
    "ignores covers loses overthrows deceives misleads dumps slashes scraps bribes traps poisons shoots jails "
    "convicts ends quits orders wins causes drives bungles botches squanders exploits endangers weakens dooms "
    "rules admits proves confirms surrenders "
).split()
LADDER = {
    "wounds": "kills", "wounded": "killed", "injured": "killed", "injures": "kills", "hurt": "killed",
    "targets": "kills", "targeted": "killed", "considers": "approves", "considering": "approving",
    "weighs": "orders", "mulls": "orders", "proposes": "imposes", "proposed": "imposed", "plans": "starts",
    "seeks": "wins", "eyes": "seizes", "accused": "guilty", "charged": "convicted", "suspected": "proven",
    "probes": "proves", "urges": "forces", "asks": "orders", "linked": "due", "follows": "causes",
    "opposes": "blocks", "criticizes": "attacks", "questions": "rejects", "investigates": "exposes", "may": "will",
    "might": "will", "could": "will", "delays": "kills", "reviews": "scraps", "threatens": "starts",
    "backs": "passes", "some": "all", "many": "most", "declines": "refuses", "likely": "certainly",
    "denies": "admits", "fears": "faces", "pauses": "scraps", "revises": "reverses",
}  # fmt: skip


def harder(headline: str, dice: random.Random) -> Iterator[str]:
    """The headline made harder, in each way that it has ground for."""
    attributed = (
        (r"^[^:]{3,40}: (?=\w[^:]{20,}$)", ""),
        (rf",? [A-Z][\w’' -]{{2,40}} {SAYS}$", ""),
        (rf"^[A-Z][\w’'. -]{{2,40}} {SAYS} (?:that )?(?=\w[^:]{{20,}}$)", ""),
        (r",? according to .*$", ""),
    )
    for pattern, new in attributed:
        made = re.sub(pattern, new, headline)
        if made != headline and len(made.split()) > 3:
            yield made[0].upper() + made[1:]
            break
    made = re.sub(
        r"\b(?:alleged(?:ly)?|reportedly|suspected|apparent(?:ly)?|likely|possibl[ey]|potential|plans? to|"
        r"considers|may|might|could|appears? to|seems? to|set to|wants? to|aims? to|tries to|accused of|"
        r"expected to|threatens to|vows? to) ",
        "",
        headline,
        flags=re.IGNORECASE,
    )
    if made != headline and len(made.split()) > 3:
        yield made[0].upper() + made[1:]
    words = headline.split()
    steps = [n for n, word in enumerate(words) if word.lower() in LADDER]
    if steps:
        n = dice.choice(steps)
        yield " ".join([*words[:n], _cased(LADDER[words[n].lower()], words[n]), *words[n + 1 :]])
    verbs = [n for n, word in enumerate(words[1:], 1) if re.fullmatch(r"[A-Za-z]{3,}s", word) and acts(word.lower())]
    if verbs:
        n = verbs[0]
        yield " ".join([*words[:n], _cased(dice.choice(HARD), words[n]), *words[n + 1 :]])


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[0].isupper() else word


def main() -> None:
    without = set(json.loads(Path(sys.argv[2]).read_text())) if len(sys.argv) > 2 else set()
    dice = random.Random(7)
    sets: tuple[list[tuple[list[float], int]], ...] = ([], [])
    for row in rows(Path(sys.argv[1]), without):
        context = Context(reading_of(row, model=False))
        if context.headline is None:
            continue
        headline, body = context.headline.span.of(context.text), body_of(context)
        given = features(headline, body)
        if given is None:
            continue
        sets[held(row)].append((given, 0))
        for made in harder(headline, dice):
            changed = features(made, body)
            if changed is not None:
                sets[held(row)].append((changed, 1))
    trees.make(*sets, ROUNDS, LEAVES, FEATURES, "backing")


if __name__ == "__main__":
    main()
