"""Rumours: the words by which a report passes on what is being said, by nobody in particular."""

from __future__ import annotations

import re

from sayso.patterns import compiled

#: What goes from mouth to mouth.
_TALK = r"(?:word|talk|rumou?rs?|gossip|chatter|whispers?|scuttlebutt|murmurs?|mutterings?|hearsay|grapevine)"
#: Where it goes round.
_ROUND = r"(?:in|on|around|round|among|amongst|about|at|inside|within|across|along|over)"
RUMOUR = compiled(
    r"\b(?:(?:rumou?rs?|gossip)\b(?! mill)[^.]{0,40}?\b(?:that|of|about|spread\w*|swirl\w*|circulat\w+|"
    r"has it|have it|say)"
    rf"|{_TALK}(?:,? {_ROUND} [^.;:!?“”\"]{{2,50}}?)? (?:(?:has|have) it(?: that)?|(?:is|was) that|(?:goes|holds"
    rf"|suggests?|"
    r"says|insists|claims) that)"
    r"|has it that"
    rf"|the (?:story|tale|account|version) (?:going|doing|making) (?:the )?(?:rounds?|around"
    rf"|about)\b[^.;]{{0,30}}? (?:is|was)"
    rf"|the talk of [^.;,]{{3,30}}? (?:is|was) that"
    r"|as (?:the|one) story goes|so the story goes"
    rf"|there (?:is|are|was|were|ha(?:s|ve) been)(?: (?:\w+ )?(?:some|much|growing|persistent|widespread|constant"
    rf"|new|loud|"
    rf"now|still|also|plenty of|a lot of|no end of))* (?:whispers?|murmurs?|mutterings?|gossip|chatter|rumblings?"
    rf"|hints?|"
    rf"scuttlebutt)\b(?:,? {_ROUND} [^.;:]{{2,40}}?)?,? that"
    r"|tongues (?:are|were|have been|had been|began) (?:\w+ )?wagg?ing"
    r"|(?:chatter|gossip|talk) (?:in|on|around|among|at) (?:the )?[\w ]{2,25} has (?=(?:the|an?|him|her|them|[A-Z]))"
    r"|it is (?:common|the common|the) (?:talk|gossip)\b[^.;]{0,20} that"
    r"|(?:everybody|everyone|all) (?:in|on|at|around) (?:the )?[\w’-]+(?: [\w’-]+)? knows? (?:that|how|who|about)"
    r"|rumou?red (?:to|that)|word on the street|unconfirmed (?:reports?|rumou?rs?|"
    r"accounts?)|"
    r"there (?:is|was) speculation|speculation (?:has|is|was|swirl\w*|mount\w*|grew|grows|abound\w*|that)|"
    r"(?:was|were|is|are|being) (?:widely )?(?:whispered|gossiped|murmured|bruited|noised))\b"
    r"|^(?:Supposedly|Rumou?redly),",
    re.IGNORECASE,
)
#: What has it so is lore, or a way of thinking: nobody is asked to believe it.
LORE = compiled(
    r"\b(?:legend|lore|folklore|tradition|wisdom|theory|adage|saying|proverb|custom|superstition|scripture|maxim|view|"
    r"myth)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
