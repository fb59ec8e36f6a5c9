"""Furniture of news pages: what surrounds a report and is no part of it. General habits, not one outlet's wording."""

from __future__ import annotations

import re

from sayso.patterns import kept
from sayso.report.phrases import compile_phrases

_LEAD = r"[\[(*•·\-–—>\s]{0,6}(?:related:\s*)?"

_OPENINGS = compile_phrases(
    _LEAD,
    r"""
    comments?(?: \(?\d+\)?)?$
    comments (?:are|have been) (?:now )?(?:closed|disabled|off)
    (?:leave|post|add|write) a (?:comment|reply)
    (?:view|show|hide|read) (?:all )?(?:\d+ )?comments
    join the (?:conversation|discussion|debate)
    our standards:
    read (?:more|also|next|or share|the full (?:story|article|report))…$
    (?:see|watch|listen) also…$
    also (?:see|read|watch|on .{2,30}):.{0,160}\Z
    also (?:see|read|watch)$
    more (?:on this|from|coverage|stories|news|in)\b.{0,120}(?<!\.)\s*\Z
    more:…$
    related(?: (?:stories|story|articles?|content|coverage|links|topics|news|video|posts?|reading))?(?::|\s*\Z)
    related coverage\b.{0,160}(?<![.”"])\s*\Z
    recommended(?: (?:stories|for you|reading|articles))?$
    you (?:may|might) (?:also )?(?:like|be interested)
    don't miss(?::|\s*\Z)
    (?:most|trending|popular) (?:read|viewed|popular|now|stories|commented)…$
    trending$
    editor'?s?'? picks?…$
    sign (?:up|in) (?:here|now|for|to|with|today)
    sign(?: |-)?up$
    (?:log in|register (?:now|for|here|today)|create an account)
    subscribe(?: (?:now|to|today|here|for)|\s*\Z)
    newsletters?(?: sign.?up)?$
    manage newsletters
    get .{0,120}\b(?:newsletters?|inbox|delivered|notifications|our app|news app)
    .{0,140}\bdelivered (?:straight |right |directly )?to your (?:inbox|e-?mail)
    (?:enter|your) (?:your )?e-?mail
    thanks?(?: you)? for (?:signing|subscribing|reading)
    by (?:signing up|subscribing|clicking|submitting|using this)
    (?:please )?follow (?:us|@|him|her|them|the author)
    follow .{3,60} on (?:twitter|facebook|x|instagram|threads|social media)
    (?:like|find|join|follow) us on
    (?:you can )?(?:e-?mail|contact|reach|tweet at) (?:us|him|her|them|the (?:author|reporter|writer|editor))
    send (?:us )?(?:letters|tips|a tip|your|feedback)
    (?:got|have) a (?:news |story )?tip
    want (?:more .{0,60}|.{0,60} )in your inbox
    (?:need|want) to (?:get in touch|contact us)
    share (?:this|on|via|with)\b.{0,80}$
    (?:share|tweet|print|e-?mail|facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|pocket|copy link|save)$
    click (?:here|to|for|on|through)
    tap (?:here|to)
    download (?:the|our) (?:free )?(?:\w+ )?app
    advertise?ment\b.{0,60}$
    ads?$
    (?:sponsored|promoted)(?: (?:content|by|links?|stories))?\b.{0,40}$
    (?:article|story) continue[sd]?\b
    continue[sd]? (?:reading )?below
    continue reading…$
    skip (?:to|past|ad|advertisement)\b.{0,80}$
    loading$
    (?:(?:main|site|toggle|open|close|show|hide) )?(?:menu|navigation)$
    (?:scroll (?:down|to)|back to top|close|expand|collapse)$
    (?:next|prev(?:ious)?) (?:article|story|image|page|post)
    this {text} (?:originally |first |also )(?:appeared|ran|published)
    this {text} (?:was|is|has been) (?:originally|first|more than|\d|tagged|sponsored|licensed|republished|part of)
    this video (?:is|can ?not|has|file)
    this is a rush transcript
    (?:this site is protected|this (?:web)?site uses|we use cookies|we and our partners)
    (?:originally|first) (?:published|posted|appeared)
    republished (?:from|with|by|under)
    (?:all rights reserved|copyright (?:©|\(c\)|\d|by|[A-Z])|©|\(c\) \d)
    the (?:views|opinions) expressed
    (?:opinions|views) expressed .{0,60} (?:are|do not)
    (?:terms (?:of|and) (?:use|service|conditions)|privacy (?:policy|notice))…$
    (?:slideshow|photo gallery|gallery|in pictures|photos?|videos?|image \d+ of \d+)(?: \(.{0,30}\)| \d.{0,12})?$
    (?:(?:now |must )?(?:watch|read|listen)|video|audio|photos|pictures|podcast|live):.{0,160}\Z
    (?:media|video|audio) playback is
    (?:play video|playing now|now playing|up next|listen to (?:this )?(?:the )?(?:article|story))…$
    (?:watch|see) (?:the )?(?:full |latest |live )(?:video|interview|stream)\b.{0,80}$
    (?:tags?|topics?|filed under|categor(?:y|ies)|keywords):.{0,200}\Z
    posted (?:in|by|on)\b.{0,80}$
    (?:updated |published |posted )?\d+ (?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?) (?:ago|read)\b.{0,30}$
    \d+ ?(?:min(?:ute)?s?)[ -]read\b.{0,30}$
    (?:\d+ (?:comments?|shares?|views?)|page \d+(?: of \d+)?)$
    (?:report a (?:typo|mistake|problem)|suggest a correction)
    support (?:our|independent|.{0,40}\bjournalism)
    (?:become a (?:member|subscriber|supporter)|donate (?:now|today|here))
    (?:for )?(?:all )?(?:the )?latest (?:news|headlines|updates)…$
    visit (?:our|.{0,40}\b(?:homepage|website))
    stay (?:tuned|informed|up to date|connected)\b.{0,120}$
    for more (?:information|on|stories|news|coverage)\b.{0,160}(?:click|visit|www|http|follow|:)
    \[?(?:pullquote|embed|iframe|image|video|gallery|caption|ad)\]?$
    for (?:immediate )?release(?: (?:on|until|at|after)\b.{0,80})?$
    (?:strictly )?(?:under embargo|embargoed) (?:until|till|to|for)\b.{0,100}$
    (?:press|news|media) (?:release|statement|notice)$
    (?:urgent|bulletin|newsflash|nnnn)$
    (?-i:ZCZC)\b.{0,60}\Z
    (?-i:MORE) ?(?:\.\.\.|…).{0,60}\Z
    (?:end(?:s|it)?|-? ?30 ?-?|\# ?\# ?\#)$
    """.replace("{text}", "(?:article|story|post|content|column|piece|transcript|work)"),
)
_ENDINGS = kept(
    r"(?:\b(?:read|see) more|\bcan be reached at .{0,80}|\bfollow (?:him|her|them|us|me) on .{0,60}|\bsign up here"
    r"|\ball rights reserved|\bclick here(?: for .{0,60})?)\W{0,3}\Z",
    re.IGNORECASE,
)
#: One of these stands in every such ending.
_ENDING_SIGNS = ("more", "reached", "follow", "sign up", "reserved", "click")
_RULE = kept(r"[\W_]*\Z")  # ___, ***, • • •
# (Adds details), (Updates throughout): an agency's remark to its customers.
_DESK_NOTE = kept(
    r"\((?:adds?|updates?|recasts?|rewrites?|writes through|releads?|repeats?)\b[^()]{0,200}\)\W*\Z", re.IGNORECASE
)
_BIOGRAPHY = kept(
    r"[*•·\-–—\s]{0,6}(?:[Tt]he (?:author|writer)|[A-ZÀ-Þ][\w.'’-]{0,24}(?: [A-ZÀ-Þ][\w.'’-]{0,24}){1,3}) "
    r"(?:(?:is|was) (?:an?|the)\b.{0,200}\b(?:reporter|editor|columnist|correspondent|fellow|author|contributor|writer|"
    r"host|professor)\b|covers\b|reports on\b|writes (?:about|for|on)\b)",
    re.DOTALL,
)


def is_furniture(words: str) -> bool:
    """Whether the paragraph, by its own words, belongs to the page and not to the report."""
    return bool(_RULE.match(words) or _OPENINGS.match(words) or _ends(words[-120:]) or _DESK_NOTE.match(words))


def _ends(tail: str) -> bool:
    low = tail.lower()
    return any(sign in low for sign in _ENDING_SIGNS) and _ENDINGS.search(tail) is not None


def is_biography(words: str) -> bool:
    """``Jo Roe is a reporter for …``: furniture where it stands below the report."""
    return len(words) < 400 and _BIOGRAPHY.match(words) is not None
