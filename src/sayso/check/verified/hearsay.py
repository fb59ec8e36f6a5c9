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
    rf"|{_TALK}(?:,? {_ROUND} [^.;:!?“”\"]{{2,50}}?)? (?:(?:has|have|had) it(?: (?:at|in|on|around|"
    rf"among) [^.;:,]{{3,30}}?)?(?: that)?|(?:is|was) that|(?:goes|holds"
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
    r"(?:was|were|is|are|being) (?:widely )?(?:whispered|gossiped|murmured|bruited|noised)"
    rf"|{_TALK} (?:(?:is|was|has been|had been|began|has|had|kept|now|already|soon|quickly) )*"
    rf"(?:going|goes|went|gone|doing|making|circulating|circulates|circulated|running|ran)"
    rf"(?: (?:the )?(?:rounds?|around|round|about))?(?: (?:the [a-z]+|(?-i:[A-Z])[\w’-]+(?: (?-i:[A-Z])[\w’-]+)?))?"
    rf"(?:,? (?:{_ROUND}|through) [^.;:,]{{2,40}}?)?,? (?:that|of|is|was)"
    rf"|as (?:everyone|everybody|anyone|anybody|all|the whole (?:town|city|village|island)|half the (?:town|city))"
    rf"(?: {_ROUND} [^.;:,]{{2,40}}?)? (?:(?:has|have|had|now|already|well|long|soon) )*(?:heard|knew|known|knows?)"
    rf"|(?<!in )(?:talk|gossip|chatter|whispers?|mutterings?|murmurs?|hearsay|buzz|scuttlebutt),? {_ROUND} "
    rf"[^.;:!?“”\"]{{2,40}}? (?:is|was|are|were) (?:all )?(?:of|about)"
    rf"|(?:story|tale|line|version|joke|account|buzz),? {_ROUND} [^.;:,“”\"]{{2,40}}? (?:goes|went) (?:that\b|"
    rf"as follows|like)"
    r"|the (?:story|tale) goes that|as (?:the|some|people) [a-z ]{3,25} (?:has|have|had) it"
    r"|(?:story|stories|claims?|accounts?|tales?|version)(?: (?:now|still|that (?:is|are)))? "
    r"(?:going|doing|making) (?:the )?(?:rounds?|around|about)"
    rf"|(?:[a-z]{{3,}}s|people|folk|they|some|many|everybody|everyone) (?:(?:are|were|have|had|been|now|still|also"
    rf"|openly|quietly|privately) )*"
    r"(?:whisper|murmur|mutter|gossip)(?:s|p?ed|p?ing)?(?: (?:to [a-z ]{3,20}|(?:in|at|on|around) [^.;:,]{3,30}))?"
    r" (?:that|of)"
    r"|it (?:is|was|has been|had been) (?:now |often |also |freely |openly |widely )*(?:being (?:said|told|"
    r"put about)|put about|"
    r"bandied about|muttered|given out)(?:,? (?:in|on|at|around|among) [^.;:,]{3,40}?)?,? that"
    r"|it (?:is|was) (?:widely )?(?:taken for granted|said|told|held|whispered)(?:,? (?:in|on|at|around|"
    r"among) [^.;:,]{3,40}?),? that"
    rf"|{_ROUND} (?:the )?(?:town|village|city|capital|building|corridors?|hallways?|lobby|bars?|neighbou?rhood|"
    rf"streets?"
    rf"|halls?|courthouse|statehouse|state house|camp)\b[^.;:,]{{0,30}}?,? it (?:is|was) "
    r"(?:being |widely |generally )?(?:taken for granted|common knowledge|said|told|held|understood|assumed|"
    r"known)(?: that)?"
    r"|so they say(?=[.,;!—–]|$)|or so (?:people say|they say|the (?:talk|story) (?:goes|is))|they say (?:in|on|at|"
    r"around) [^.;:,]{3,30} that"
    r"|(?:if|as) [^.;:,]{0,30}?(?:talk|gossip|rumou?rs?|whispers?|grapevine) [^.;:,]{0,25}?(?:is|are|were|was) to be "
    r"(?:believed|trusted)"
    rf"|(?:abuzz|buzzing|rife|awash|alive) with (?:the )?(?:talk|rumou?rs?|gossip|word|whispers?|"
    rf"speculation)(?: that| of| about)?"
    rf"|on every(?:body|one)[’']s lips)\b"
    r"|^(?:Supposedly|Rumou?redly),",
    re.IGNORECASE,
)
#: What has it so is lore, or a way of thinking: nobody is asked to believe it.
LORE = compiled(
    r"\b(?:legend|lore|folklore|tradition|wisdom|theory|adage|saying|proverb|custom|superstition|scripture|maxim|view|"
    r"myth)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
