"""Headlines that are harder than their story: deeds and aims that the body nowhere tells as a fact, hedges left out."""

from __future__ import annotations

import re

from sayso.check.accused.deeds import deed, hedged, wrongs
from sayso.check.accused.vouching import unattributed
from sayso.check.context import Context, Sentence, content_of
from sayso.check.language import content_words
from sayso.patterns import compiled
from sayso.types import Span


def harder_than_told(context: Context, words: str) -> tuple[Span | None, str] | None:
    """The place in the body that is softer, where there is one, and what was looked for; None for a fair headline."""
    meaning = content_words(words)
    own = [each for each in context.sentences if unattributed(context, each)]
    verb = _blames(words)
    stem = content_words(verb.split()[0]) if verb else frozenset()
    plain = [each.span.of(context.text) for each in own]
    told_plainly = any(stem & content_words(each) for each in plain if not hedged(each))
    if verb and stem and not told_plainly and not _own_word(context, stem, words):
        return (
            _nearest(context, meaning),
            f"{verb!r}, told as a fact in the body too; found it there only as somebody's word, or not at all",
        )
    doing = _verbs(words)
    told = max((len(meaning & content_words(each)) for each in plain if not _HEDGED.search(each)), default=0)
    for sentence in context.sentences[:4]:
        softer = sentence.span.of(context.text)
        shared = meaning & content_words(softer)
        hedge = _HEDGED.search(softer)
        left_open = meaning & content_words(re.split(r"[,;]", softer[hedge.end() :])[0]) if hedge else frozenset()
        enough = len(shared) >= max(3, round(0.6 * len(meaning))) and told < len(shared)
        modal = hedge is not None and hedge.group() in ("may", "might", "could")
        told_open = (doing & left_open and not _DECIDES.search(words)) or modal
        least = max(2, round(0.4 * len(meaning))) if modal else max(2, len(shared) // 2)
        if hedge and enough and len(left_open) >= least and told_open:
            return sentence.span, f"the body's {hedge.group()!r} in the headline too; found the claim without it"
    return None


def _verbs(headline: str) -> frozenset[str]:
    """The stems of the words, behind the first, that may tell what somebody does: those in -s or -ed."""
    capitals = sum(word[0].isupper() for word in headline.split())
    words = headline.lower() if capitals > 0.6 * len(headline.split()) else headline
    return content_words(
        " ".join(re.findall(r"(?<=\s)(?!(?:as|its|his|us|was|is|this)\b)[a-z]{2,}(?:(?<!s)s|ed)\b", words))
    )


def _own_word(context: Context, stem: frozenset[str], headline: str) -> bool:
    """Whether those of whom the headline tells it say so themselves: "Falk delays the opening", and Falk said so."""
    subject = content_words(" ".join(headline.split()[:2]))
    return any(
        stem & content_words(content_of(each, context.text)) and subject & content_words(each.source.name or "")
        for each in context.statements
        if each.act not in ("accuse", "criticize", "deny")
    )


def _blames(words: str) -> str | None:
    """The headline's own word for what somebody did or is out to do, where it wrongs them if it is not so."""
    told = past(words)
    for match in (*wrongs(told), *_HARD.finditer(told)):
        suffered = _NO_OBJECT.match(told, match.end())
        if (
            not suffered
            and not _NO_BLOWS.match(told, match.start())
            and re.match(r"\w+(?:ed|ing|id|ole|ied)\b", match.group())
            and _DOER.search(told[: match.start()])
        ):
            return match.group()
    aim = _AIM.search(words)
    if aim:
        return aim["what"]
    driven = _DRIVEN.search(words) or deed(told)
    return driven.group() if driven and driven.start() > 0 and not _NO_BLOWS.match(told, driven.start()) else None


def _nearest(context: Context, meaning: frozenset[str]) -> Span | None:
    """The sentence of the body that shares most with the headline, of those that share two words or more."""

    def shared(sentence: Sentence) -> int:
        return len(meaning & content_words(sentence.span.of(context.text)))

    best = max(context.sentences, key=shared, default=None)
    return best.span if best and shared(best) >= 2 else None


#: "pull punches", "hits refugee cap": nobody is hit.
_NO_BLOWS = compiled(
    r"(?:hit|struck|beat|punched|kicked)\b(?! (?:[a-z]+ )?(?:him|her|them|wom[ae]n|m[ae]n|boys?|girls?|child\w*|police|"
    r"guards?|[a-z]{3,}(?:er|ent|il)s?)\b)"
)
#: "Women abducted in Lorn", "after Falk insults": nothing that somebody did to somebody follows.
_NO_OBJECT = compiled(r"\s*(?:$|[.,;:)]|(?:in|at|by|from|near|during|after|before|on|as|amid|over)\b)")

#: A word that may be the doer straight before the verb: no "behind botched launch".
_DOER = compiled(
    r"(?<!\w)(?!(?i:behind|after|over|of|in|for|on|to|by|the|an?|with|from|at|amid|about|its|his|her|their|"
    r"and|as|is|are|was|were|be|been) $)"
    r"[\w’'-]+ $"
)
_HARD = compiled(
    r"\b(?:plott|wreck|ruin|sabotag|scheme|betray|sneak|dodg|evad|smear|gutt|crippl|trick|dup|bulli|schem|rigg|"
    r"bungl|botch|squander|incit|provok|orchestrat|engineer|mastermind|whitewash|buri|stonewall|"
    r"stymi|undermin|weaponi[sz]|politici[sz]|exploit|endanger|starv|purg|hound)(?:ed|ing)\b(?! by\b)"
)
_AIM = compiled(
    r"\b(?:(?:is|are) (?:working|trying|plotting|scheming|out|conspiring|aiming|bent on|moving)|works?|plots?|schemes?|"
    r"conspires?|tr(?:ies|y)|aims?) (?:to )?(?P<what>driv(?:e|ing) down|destroy(?:ing)?|ruin(?:ing)?|hurt(?:ing)?|"
    r"smear(?:ing)?|silence|silencing|sabotag(?:e|ing)|undermin(?:e|ing)|hid(?:e|ing)|bur(?:y|ying)|steal(?:ing)?|"
    r"rig(?:ging)?|punish(?:ing)?|intimidat(?:e|ing)|attack(?:ing)?|kill(?:ing)?|cover(?:ing)? up|derail(?:ing)?|"
    r"mislead(?:ing)?|discredit(?:ing)?|topp(?:le|ling)|overthrow(?:ing)?)\b"
)
#: "Falk Forced Out of Council": by whom is not said, and that it was so is somebody's word.
_DRIVEN = compiled(
    r"\b(?:forced|pushed|driven|drummed|hounded|squeezed) (?:out|from)\b|\b(?:framed|duped|betrayed|bullied)\b",
    re.IGNORECASE,
)
#: "Will decide on sanctions": the headline leaves it open too.
_DECIDES = compiled(r"\b(?:decid\w+|weigh\w*|consider\w*|mull\w*|debat\w+)\b", re.IGNORECASE)
#: What in the first sentences leaves open what the headline says plainly.
_HEDGED = compiled(
    r"\b(?:may|might|(?<!as they )(?<!as he )(?<!as she )(?<!as it )could|"
    r"possibly|suspect(?:s|ed)?|feared|likely(?! (?:Republican|Democratic|presidential|nominee|voters?|candidate)\b)|"
    r"appear(?:s|ed)?(?! (?:in|before|at|on)\b)|seem(?:s|ed|ingly)?|believed|"
    r"allegedly|reportedly|apparent(?:ly)?|potentially|whether|suggests?)\b"
)


def past(headline: str) -> str:
    """A headline with its verbs as a body has them: "Army shells town" as "Army shelled town"."""

    def told(match: re.Match[str]) -> str:
        word = match[0]
        return _PAST_FORMS.get(word) or (word[:-1] + "d" if word.endswith("es") else word[:-1] + "ed")

    return re.sub(r"\b[a-z]{2,}[a-rt-z]s\b", told, headline)


_PAST_FORMS = {
    "hides": "hid", "steals": "stole", "takes": "took", "beats": "beat", "shoots": "shot", "breaks": "broke",
    "knows": "knew", "leaves": "left", "lets": "let", "pays": "paid", "sells": "sold", "gives": "gave", "keeps": "kept",
    "strikes": "struck", "makes": "made", "spends": "spent", "tells": "told", "drives": "drove", "sets": "set",
    "hits": "hit",
}  # fmt: skip
