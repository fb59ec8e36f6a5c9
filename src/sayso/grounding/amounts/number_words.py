"""English words and signs for numbers, with their values: units, tens, scales, fractions."""

from __future__ import annotations

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
UNITS = {word: value for value, word in enumerate(_SMALL.split())} | {"nought": 0, "naught": 0}
TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
TENS["fourty"] = 40
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15,
    "lakh": 1e5, "lac": 1e5, "crore": 1e7, "dozen": 12.0,
}  # fmt: skip
#: Scales that newspapers shorten; only behind digits. A lone letter counts only where it touches its digits.
SHORT_SCALES = {
    "mn": 1e6, "mln": 1e6, "mio": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12, "tln": 1e12, "mil": 1e6,
    "bil": 1e9,
}  # fmt: skip
LETTER_SCALES = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
_ORDINALS = (
    "half third quarter fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth"
)
FRACTIONS = {word: 1 / (2 + n) for n, word in enumerate(_ORDINALS.split())} | {
    "fourth": 1 / 4, "twentieth": 1 / 20, "thirtieth": 1 / 30, "fortieth": 1 / 40, "fiftieth": 1 / 50,
    "hundredth": 1 / 100,
    "thousandth": 1 / 1000,
}  # fmt: skip
FRACTIONS |= {word + "s": value for word, value in FRACTIONS.items() if word != "half"} | {"halves": 1 / 2}
GLYPHS = {
    "½": 0.5,
    "¼": 0.25,
    "¾": 0.75,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅙": 1 / 6,
    "⅚": 5 / 6,
    "⅕": 0.2,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
}
#: A plural without a number ("dozens", "tens of thousands") says at least two of them.
VAGUE = {
    "dozens": 12.0, "scores": 20.0, "tens": 10.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
    "trillions": 1e12, "lakhs": 1e5, "crores": 1e7,
}  # fmt: skip
