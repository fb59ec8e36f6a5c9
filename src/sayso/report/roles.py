"""What a paragraph is by its own words: furniture, caption, correction or credit. Layout decides the rest by position.

Stock phrases are tried at a paragraph's start and end only, and on short paragraphs only.
"""

from __future__ import annotations

from sayso.patterns import kept
from sayso.report.furniture import is_furniture
from sayso.report.phrases import compile_phrases

_LONGEST = 700  # code points; a longer paragraph is the report's own, unless it is a caption with its credit
_LEAD = r"[\[(*_•·\-–—\s]{0,6}"

_CAPTION = compile_phrases(
    r"[\[(\s]{0,3}",
    r"""
    file ?-? ?(?:photo|picture|image|pic)
    (?-i:FILE|File) ?[-–—:]
    (?:image|photo|picture|video|media) (?:copyright|caption|credit|source|courtesy)
    (?:photo(?:graph|graphs|s)?|image|picture|illustration|graphic)(?: (?:by|credit|courtesy(?: of)?))? ?[:/|] ?\S
    photo(?:graph)? (?:by|from|via|illustration)
    (?:enlarge this image|toggle caption|view image|hide caption)
    (?:a )?handout (?:photo|picture|image)
    """,
)
_NAME = r"[A-ZÀ-Þ][\w.'’-]{0,24}"
_AGENCY = r"(?:AP|AFP|Reuters|REUTERS|EPA|UPI|Xinhua|TASS|dpa|PA|Associated Press)"
_STOCK = (
    rf"(?:{_AGENCY}|PA Wire|Shutterstock|Alamy(?: Stock Photo)?|NurPhoto|Zuma(?: Press)?|Bloomberg|Anadolu(?: Agency)?)"
)
_PHOTO_CREDIT = kept(
    rf"(?:\bREUTERS ?/ ?{_NAME}(?: {_NAME}){{0,3}}(?:/ ?[\w ]{{2,20}}){{0,3}}"
    rf"|\((?:{_NAME}(?: {_NAME}){{0,4}} ?/ ?)?(?:{_AGENCY}|Getty(?: Images)?)"
    r"(?: (?:[Pp]hoto|file photo|Images))?(?: ?[/,][^()]{0,80})?\)"
    r"|\((?:[Pp]hoto|[Ii]mage|[Pp]icture|[Cc]redit|[Vv]ideo)s?\b[^()]{0,140}\)"
    r"|\([^()]{0,80} (?:photo|via (?:AP|Getty Images|Reuters))[^()]{0,60}\)"
    rf"|\[{_NAME}(?: {_NAME}){{0,4}} ?/ ?(?:{_AGENCY}|Getty(?: Images)?)\]"
    rf"|(?:{_NAME} ){{0,4}}(?:{_NAME})?[/|,\s](?:AFP ?/ ?|(?:Bloomberg )?via )?Getty Images"
    rf"|\s{_NAME}(?: {_NAME}){{0,4}} ?/ ?(?:[\w ]{{2,24}} via )?{_STOCK}"
    rf"|\b(?:[Pp]hoto|PHOTO)(?:graph)?(?: by|: ?).{{2,80}}|\b{_AGENCY} (?:file )?photo(?:/.{{2,60}})?)[\s.)\]]{{0,3}}\Z"
)
#: One of these stands in every photographer's credit.
_PHOTO_SIGNS = kept(
    "AP|AFP|euters|REUTERS|EPA|UPI|Xinhua|TASS|dpa|PA|Associated Press|Getty|Shutterstock|Alamy|NurPhoto|Zuma|Bloomberg"
    "|Anadolu|hoto|PHOTO|mage|icture|redit|ideo"
)
_CORRECTION = compile_phrases(
    _LEAD,
    r"""
    corrections?(?: (?:and clarifications?|notice|appended|& amplifications))?(?: ?[:—–(]|\s*\Z| \d)
    clarifications? ?[:—–(]
    corrected (?:version|on|at)
    (?:this|the|an?) (?:\w{3,9}\.? \d{1,2}(?:,? \d{4})? )?{text} (?:\w+ )?(?:corrects|clarifies|refiles|fixes)
    (?:this|the|an?) (?:\w{3,9}\.? \d{1,2}(?:,? \d{4})? )?{text} (?:\w+ )?{is} (?:\w+ )?{mended}
    (?:this|the|an?) (?:\w{3,9}\.? \d{1,2}(?:,? \d{4})? )?{text} (?:\w+ )?{is} updated (?:on .{3,40} )?to {mend}
    an? (?:earlier|previous|prior|initial|original) (?:version|headline|caption) (?:of|on|with|for) th(?:is|e) {text}
    the (?:original|headline|caption) (?:version )?(?:of|on|with|for) this {text}
    (?:refiles|corrects|clarifies|fixes) (?:to|the|in|spelling|day|date|headline|name|paragraph|typo|byline|dateline)
    editor'?s?'? note ?:?.{0,200}\b(?:correct(?:s|ed|ion)|clarif(?:y|ies|ied)|earlier version|incorrectly|misstated)
    """.replace("{text}", "(?:story|article|report|piece|post|column|item|version|headline)")
    .replace("{is}", "(?:has been|have been|was|is|were)")
    .replace("{mended}", "(?:corrected|clarified|refiled|amended|revised)")
    .replace("{mend}", "(?:correct|clarify|remove|fix|reflect|say)"),
)
_CREDIT = compile_phrases(
    _LEAD,
    r"""
    (?:additional |further |with (?:additional )?)?{work}{more} (?:by|from):? (?!.{0,200}{verb})
    reports? (?:by|from) .{2,120}\b(?:offices?|bureaus?|newsrooms?|staff)
    (?:with|including) (?:additional )?(?:reporting|assistance|files|contributions?|material|inputs?) (?:by|from)
    contribut(?:ing|ors?|ions?)(?: (?:by|from))?:
    {agency} (?:\w+ ){0,3}(?:writers?|reporters?|correspondents?) … (?:reported|contributed)
    this {text} (?:contains|includes|uses|is based (?:in part )?on) (?:material|information|reporting|wire)
    (?-i:{name}(?: {name}){1,3} reported from [A-Z])[\w .,]{2,60}(?:[.;] .{0,200}\bcontributed\b.{0,80})?\Z
    reuters?$
    """.replace("{more}", "(?:(?:, | and | ?[&/] ?)(?:additional )?{work}){0,4}")
    .replace("{text}", "(?:story|article|report|piece|post)")
    .replace("{agency}", "(?:associated press|ap|reuters|afp|bloomberg)")
    .replace("{name}", _NAME)
    .replace(
        "{verb}",
        r"\b(?:found|finds|shows?|showed|shown|says|said|suggests?|revealed|has|have|had|was|were|will|is|are)\b",
    )
    .replace(
        "{work}",
        "(?:report(?:s|ing|ed)|writing|written|editing|edited|compiled|translated|translation|graphics?|research)",
    ),
)
#: Credits known by what stands behind the names.
_CONTRIBUTED = compile_phrases(
    _LEAD,
    r"""
    .{2,300}\bcontributed (?:\w+ )?(?:to )?(?:this|the) (?:story|article|report|piece|post)\b.{0,80}\Z
    .{2,200}\bcontributed (?:additional )?reporting\b.{0,120}\Z
    """,
)


def role_of(words: str) -> str | None:
    """Role that the words alone decide; None for a paragraph of the report, or where only position can tell."""
    if words[0] in '“"‘«„':
        return None
    if len(words) > _LONGEST:
        is_caption = len(words) < 2 * _LONGEST and _CAPTION.match(words) and _is_photo_credit(words[-200:])
        return "caption" if is_caption else None
    if _CORRECTION.match(words):
        return "correction"
    if _CAPTION.match(words) or _is_photo_credit(words[-200:]):
        return "caption"
    if _CREDIT.match(words) or ("contributed" in words.lower() and _CONTRIBUTED.match(words)):
        return "credit"
    return "furniture" if is_furniture(words) else None


def _is_photo_credit(tail: str) -> bool:
    return _PHOTO_SIGNS.search(tail) is not None and _PHOTO_CREDIT.search(tail) is not None
