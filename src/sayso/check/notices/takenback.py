"""Words in which a report takes back what it said itself, in the midst of a sentence: "not 53%, as this story said"."""

from __future__ import annotations

from sayso.patterns import compiled

_TEXT = r"(?:story|article|report|piece|post|text|page|paragraph|item|column|sentence|dispatch)"
_PAPER = r"(?:newspaper|paper|site|website|news agency|magazine|blog)"
_ONCE = (
    r"(?:earlier|before|previously|originally|initially|first|at first|wrongly|incorrectly|mistakenly|erroneously|"
    r"inaccurately|yesterday|until now|this morning|in error|by mistake)"
)
_HAD = (
    r"(?:said|stated|put|gave|given|reported|had|wrote|written|printed|called|named|placed|listed|spelled|spelt|"
    r"described|identified|published|quoted)"
)
_TOOK_WRONGLY = (
    r"(?:misstated|misspelled|misspelt|misidentified|misreported|misattributed|misquoted|misnamed|mistook|"
    r"mischaracteri[sz]ed|misprinted|miscounted|misplaced)"
)
_NOT = r"(?:not|rather than|instead of|down from|up from|nor|unlike|contrary to)"
_EARLIER = r"(?:earlier|previous|prior|original|first|initial)"
_GIVEN = r"(?:given|printed|stated|published|named|mentioned|written|shown|reported|said|carried)"
_DETAIL = r"(?:spelling|number|figure|name|surname|first name|date|sum|amount|title|age|total|percentage|price)"
_HERE = rf"(?:here|above|on this (?:page|{_PAPER})|in th(?:is|ese) (?:{_TEXT}|pages?|columns)|in our {_EARLIER} \w+)"

TAKEN_BACK = compiled(
    # "not 53% as this story said earlier", "rather than Tuesday, as we first reported"
    rf"\b{_NOT}\b[^.;“”\"]{{1,70}}?\b(?:we|this (?:{_TEXT}|{_PAPER})) (?:had |have )?(?:{_ONCE} )?{_HAD}"
    rf"(?: (?:it|them|this|that|so))?(?: {_ONCE})?\b|"
    # "where this story said 12 earlier"
    rf"\bthis {_TEXT} (?:had )?(?:said|stated|gave|put|called|named|had it)(?: [\w%$.,]+){{0,3}}? "
    rf"(?:earlier|previously|at first|initially|originally|in error|by mistake|until)\b|"
    # "(we earlier put this at 12)", "a sum that we earlier gave as 18 million"
    rf"\b[Ww]e (?:had |have )?{_ONCE} (?:put|gave|given|placed|listed|spelled|spelt|misstated|printed|named) "
    r"(?!together|up|out|forward|on\b)|"
    rf"\b[Ww]e (?:put|gave|placed|listed|spelled|spelt) [^.;,()]{{1,40}}? (?:as|at|in) [^.;,()]{{1,30}}? {_ONCE}\b|"
    rf"\b(?:which|that|whom|who|where|whose \w+(?: \w+)?) we (?:had )?{_ONCE} {_HAD} (?:as|at|in|to|was|were)\b|"
    rf"\([^()]{{0,30}}?\b(?<!as )(?:we|this (?:{_TEXT}|{_PAPER})) (?:had |have )?{_ONCE} (?:put|gave|had|said|"
    rf"stated|called|"
    rf"named)\b|"
    rf"\b[Ww]e (?:have |had )?{_TOOK_WRONGLY}\b|\b[Ww]e got (?:\w+ ){{0,4}}?wrong\b(?= in| earlier| before| at)|"
    rf"\bwhere we (?:had|have) (?:written|said|put|given|printed)\b|, as we had it,|"
    rf"\b[Ww]e regret (?:having|saying|writing|giving|reporting|calling)\b|"
    # "instead of the 400 mentioned here earlier", "the five years given in this report until noon"
    rf"\b{_NOT}\b[^.;“”\"]{{1,50}}?\b{_GIVEN} {_HERE}|"
    rf"\b(?!said ){_GIVEN} {_HERE} (?:earlier|before|previously|at first|first|until|yesterday|this morning)\b|"
    rf"\b(?:an?|the|our) {_EARLIER} (?:{_DETAIL}|account|statement|report|estimate)\b[^.;]{{0,30}}? {_GIVEN} {_HERE}|"
    rf"\bcorrecting an? {_EARLIER} {_DETAIL}\b|\b[Cc]ontrary to (?:our|what our) {_EARLIER}\b|"
    # "called the Sorna dam in our first report", "misnamed in a previous version"
    rf"\b(?:called|named|given as|described as|listed as|spelled|spelt|put at|identified as|(?:got|gotten) wrong|wrong|"
    rf"{_TOOK_WRONGLY})\b[^.;“”\"]{{0,50}}? in (?:our {_EARLIER} (?:report|story|article|dispatch|version|edition)|"
    rf"an? {_EARLIER} version)\b(?! of (?!this\b))|"
    rf"\b(?:wrongly|incorrectly|mistakenly|erroneously|inaccurately) \w+(?:ed|en) in this {_TEXT}\b|"
    # "a spelling that has since been corrected"
    rf"[,(–—] ?an? {_DETAIL} (?:that|which) (?:has|had) (?:since |now |later )?been (?:corrected|"
    rf"fixed)\b(?! (?:by|in the)\b)|"
    rf"\bthis (?:sentence|paragraph|line|passage|headline) (?:has|had) (?:since )?been (?:changed|corrected|fixed|"
    rf"amended|mended|altered)\b|"
    rf"\b{_DETAIL}\b[^.;]{{0,40}}?\bbefore (?:it|this|that) was (?:corrected|fixed)\b(?! by\b)|"
    # "not 3,000 as originally reported": nobody else is named who did
    rf"\bnot (?:[^.;,“”\"]|,(?=\d)){{1,40}},? as (?:was )?(?:originally|previously|initially|first|earlier|"
    rf"wrongly|incorrectly|"
    rf"mistakenly|erroneously) (?:reported|stated|published|printed|written)\b(?! (?:by|in|on|to|from|last)\b)|"
    rf"\bas (?:was )?(?:printed|published|stated|reported|said|written) here (?:earlier|before|yesterday|at first|"
    rf"previously|last)\b"
)
