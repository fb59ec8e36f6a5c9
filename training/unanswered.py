"""Train what tells whether somebody blamed in a report is missing an answer that published reports would hold.

    python -m training.unanswered ../shared/data/news/allsides.jsonl.xz [file of ids to leave out]

writes ``src/sayso/check/accused/reply/words.npz`` and ``src/sayso/check/learned/unanswered.npz``; the second needs
the readings of some 5,000 reports, about half an hour of one core. The words: of sentences behind which, within two,
somebody denies, declines or responds, and others. The trees: everybody blamed, as published, and again with the
sentences left out in which they answer. Prints how the held-out reports fare.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from evaluation.check_altered import reading_of
from sayso.check.accused.reply.blame import SERIOUS, blames
from sayso.check.accused.reply.features import FEATURES, features
from sayso.check.accused.reply.parties import roster
from sayso.check.accused.reply.replies import replies
from sayso.check.context import Context
from sayso.check.learned.words import BUCKETS
from sayso.check.learned.words import rows as hashed
from sayso.sentences import sentences
from sayso.types import Reading, Span
from training import trees
from training.data import held, ids
from training.need.corpus import PUBLISHERS, reports

ROUNDS, LEAVES = 200, 10
REPORTS = 5000
#: More than this is not an answer that was cut, but the story.
_MOST = 8
_ANSWER = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)(?! (?:\w+ ){0,3}?(?:rights?|entry|access|visas?|bail|asylum|benefits|services?|"
    r"coverage|"
    r"care|requests?|permission|aid|parole))|denials?|declin(?:ed|es|ing) (?:\w+ )?(?:to )?(?:comment|discuss|respond|"
    r"answer|say|be interviewed)|(?:did not|didn[’']t|has not|have not|had not) (?:immediately )?(?:respond|"
    r"return|reply|"
    r"answer|comment)\w*|could(?: not|n[’']t) (?:immediately )?be reached|not guilty|no comment|refus(?:ed|es) to "
    r"comment|(?:call|dismiss|reject|describ)(?:ed|es|s|ing) (?:\w+ ){0,4}?(?:allegations?|accusations?|claims?|"
    r"charges?|"
    r"criticism|lawsuit|complaint|report|suggestion)\w*|refut(?:ed|es|ing)|disput(?:ed|es|ing)|false|baseless|"
    r"unfounded|"
    r"untrue|without merit|politically motivated|insist(?:s|ed) (?:that )?(?:he|she|it|they)|done nothing wrong|"
    r"defend(?:s|ed|ing) (?:\w+ )?(?:decision|handling|record|actions?|himself|herself|itself)|requests? for comment|"
    r"in (?:a )?response|apologi[sz]ed|acknowledged)\b",
    re.IGNORECASE,
)


def contended(text: str) -> Iterator[tuple[str, int]]:
    """The sentences of a text, less what answers in them, and whether an answer follows within two."""
    told = [span.of(text) for block in re.finditer(r"[^\n]+", text) for span in sentences(text, Span(*block.span()))]
    answers = [_ANSWER.search(words) for words in told]
    for number, (words, answer) in enumerate(zip(told, answers, strict=True)):
        if len(words.split()) < 6 or len(words) > 500:
            continue
        if answer is None:
            yield words, int(any(answers[number + 1 : number + 3]))
            continue
        before = words[: answer.start()]
        end = max(before.rfind(","), before.rfind(" but "), before.rfind(" and "))
        if end > 60:
            yield words[:end], 1  # "…, which he has denied"


def examples(reading: Reading, dice: random.Random) -> Iterator[tuple[list[float], int]]:
    """Everybody blamed in a report: as it stands, and with what they answer left out."""
    context = Context(reading)
    people = roster(context)
    told = blames(context, people)
    answers = replies(context, people, told)
    for party in dict.fromkeys(each.party for each in told if each.kind in SERIOUS):
        yield features(context, people, told, party, answers[party]), 0
        sure = [each for each in answers[party] if each.sure]
        plain = [each for each in sure if each.kind != "words" or each.contrary]
        left_out = plain if plain and dice.random() < 0.5 else sure
        cut = {each.sentence for each in left_out}
        if 0 < len(cut) <= _MOST:
            rest = [each for each in answers[party] if each.sentence not in cut]
            blamed = {each.sentence for each in told if each.party == party}
            yield features(context, people, told, party, rest, cut - blamed), 1


def words(texts: list[str], dice: random.Random) -> None:
    """Fit and write the weights of words; of the sentences without an answer a fifth is enough."""
    given = [
        (told, answered) for text in texts for told, answered in contended(text) if answered or dice.random() < 0.2
    ]
    found = [hashed(told) for told, _ in given]
    ends = np.cumsum([0, *(len(each) for each in found)])
    matrix = sp.csr_matrix(
        (np.ones(ends[-1], np.float32), np.concatenate([np.array(each, np.int32) for each in found]), ends),
        shape=(len(found), BUCKETS),
    )
    model = LogisticRegression(C=0.02, solver="liblinear", tol=1e-2)
    model.fit(matrix, np.array([answered for _, answered in given]))
    weights = model.coef_[0]
    scale = np.abs(weights).max() / 127
    np.savez_compressed(
        trees.FOLDER.parent / "accused" / "reply" / "words.npz",
        words=np.round(weights / scale).astype(np.int8),
        scale=np.float32(scale),
        bias=np.float32(model.intercept_[0]),
    )


def main() -> None:
    without = ids(sys.argv[2]) if len(sys.argv) > 2 else set()
    dice = random.Random(7)
    known = [row for part in PUBLISHERS for row in reports(Path(sys.argv[1]), part, without)]
    dice.shuffle(known)
    words([row["text"] for row in known if not held(row)], dice)
    sets: tuple[list[tuple[list[float], int]], ...] = ([], [])
    for row in known[:REPORTS]:
        reading = reading_of(row, model=True)
        if reading.report.genre != "opinion":
            sets[held(row)].extend(examples(reading, random.Random(row["id"])))
    trees.make(*sets, ROUNDS, LEAVES, FEATURES, "unanswered")


if __name__ == "__main__":
    main()
