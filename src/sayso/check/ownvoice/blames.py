"""Blame in the reporter's own voice: somebody named, a government, a firm or a law does harm, betrays, or means ill."""

from __future__ import annotations

import re

from sayso.check.ownvoice.judgements import held_by_somebody
from sayso.patterns import compiled

_BASE = (
    "hurt|harm|ruin|wreck|gut|rob|gouge|squeeze|punish|betray|cripple|poison|trample|starve|choke|strangle|sabotage|"
    "bleed|fleece|cheat|exploit|endanger|bully|plunder|pillage|loot|victimize|victimise|demonize|demonise|"
    "brainwash|bankrupt|impoverish|enslave|silence|dupe|swindle|scam|shortchange|smear|slander|terrorize|terrorise|"
    "enrich|coddle|appease|whitewash|squander|hollow|destroy|devastate|decimate|undermine|weaken|destabilize|erode|"
    "militarize|politicize|weaponize|hijack|subvert|manipulate|mislead|deceive|desecrate|insult|humiliate|persecute|"
    "oppress|neglect|abandon|mismanage|botch|bungle|flout|violate"
)


def _forms(base: str) -> tuple[str, str, str]:
    """The forms in -ing, of the past, and in -s."""
    ing, past, now = [], [], []
    for verb in base.split("|"):
        stem = verb[:-1] if verb.endswith("e") else verb + verb[-1] if verb in ("gut", "rob", "scam") else verb
        ing.append(stem + "ing")
        past.append({"hurt": "hurt", "bleed": "bled", "mislead": "misled"}.get(
            verb, (verb[:-1] + "ied" if verb[-1] == "y" and verb[-2] not in "aeo" else stem + "ed")))  # fmt: skip
        now.append(verb[:-1] + "ies" if verb[-1] == "y" and verb[-2] not in "aeo" else verb + "s")
    return "|".join(ing), "|".join(past), "|".join(now)


_ING, _PAST, _NOW = _forms(_BASE)
_ADVERB = r"(?:[a-z]+ly |long |now |once again |only |also |still )?"
#: Phrases that blame, whole; the first form after "is", the second after "has" or alone.
_PHRASE = (
    (r"tearing (?:[\w’'-]+ ){1,4}apart", r"(?:torn|tore) (?:[\w’'-]+ ){1,4}apart"),
    (r"holding (?:[\w’'-]+ ){1,4}hostage", r"held (?:[\w’'-]+ ){1,4}hostage"),
    (r"selling out", r"sold out"),
    (r"killing (?:[\w’'-]+ ){0,3}(?:jobs|industr\w+|growth|freedom|democracy)",
     r"killed (?:[\w’'-]+ ){0,3}(?:jobs|industr\w+|growth|freedom|democracy)"),
    (r"stealing", r"(?:stolen|stole)"),
    (r"stripping [^.;,]{2,40}? of", r"stripped [^.;,]{2,40}? of"),
    (r"putting (?:[\w,’'-]+ ){1,5}(?:at risk|in danger|in jeopardy|in harm[’']s way)",
     r"put (?:[\w,’'-]+ ){1,5}(?:at risk|in danger|in jeopardy|in harm[’']s way)"),
    (r"(?:driving|forcing) (?:[\w’'-]+ ){1,4}out of (?:business|work|their)",
     r"(?:driven|drove|forced) (?:[\w’'-]+ ){1,4}out of (?:business|work|their)"),
    (r"turning (?:its|his|her|their) back on", r"turned (?:its|his|her|their) back on"),
    (r"turning a blind eye", r"turned a blind eye"),
    (r"tying (?:[\w’'-]+ ){1,3}hands", r"tied (?:[\w’'-]+ ){1,3}hands"),
    (r"making (?:[\w’'-]+ ){1,4}(?:poorer|weaker|sicker|less safe|less free)",
     r"made (?:[\w’'-]+ ){1,4}(?:poorer|weaker|sicker|less safe|less free)"),
    (r"leaving (?:[\w’'-]+ ){1,4}(?:with nothing|behind|defenseless|defenceless|high and dry|worse off)",
     r"left (?:[\w’'-]+ ){1,4}(?:with nothing|behind|defenseless|defenceless|high and dry|worse off)"),
    (r"flooding (?:[\w’'-]+ ){1,4}with", r"flooded (?:[\w’'-]+ ){1,4}with"),
    (r"caging", r"caged"),
    (r"(?:lying|pandering|caving|kowtowing|surrendering) to", r"(?:lied|pandered|caved|kowtowed|surrendered) to"),
    (r"playing politics with", r"played politics with"),
    (r"rigging", r"rigged"),
    (r"losing control of", r"lost control of"),
    (r"breaking (?:his|her|its|their) (?:word|promises?)", r"broken (?:his|her|its|their) (?:word|promises?)"),
    (r"ripping off", r"ripped off"),
    (r"waging war on", r"waged (?:a )?war on"),
    (r"running (?:[\w’'-]+ ){1,4}into the ground", r"run (?:[\w’'-]+ ){1,4}into the ground"),
)  # fmt: skip
_OBJECT = r"\b(?= [a-zA-Z0-9$])"
_DOING = f"(?:(?:{_ING}){_OBJECT}|{'|'.join(one for one, _ in _PHRASE)})"
_DONE = f"(?:(?:{_PAST}){_OBJECT}|{'|'.join(other for _, other in _PHRASE)})"
_TO_DO = rf"(?:{_BASE}|crush|strip|gut|choke off|wipe out|do away with|throw (?:[\w’'-]+ ){{1,4}}out of)(?= [a-z0-9$])"
#: Who can be blamed: somebody with an office or a name, a country, a government, a firm, a law.
_OFFICE = (
    r"(?:president|prime minister|premier|governor|mayor|senator|minister|chancellor|king|general|secretary|"
    r"administration|government|regime|junta|party|union|council|parliament|congress|senate|white house|pentagon|"
    r"ministry|army|military|police|company|firm|bank|banks|corporation|airline|hospital|school board|university|"
    r"owners?|bosses|landlords|drugmakers?|insurers?|oil (?:firms|companies|giants)|tech (?:firms|giants|companies)|"
    r"democrats|republicans|conservatives|liberals|tories|socialists|lawmakers|politicians|bureaucrats|"
    r"law|bill|policy|policies|treaty|deal|pact|agreement|reform|reforms|tax|tax cuts?|budget|plan|rules|regulations|"
    r"quota|quotas|ban|order|act|program|programme|strike|media|press|courts?|judges?|elites?|leaders?|chief|"
    r"director|chairman|line|operator|club|league|network|station|newspaper|church|bishops?|rush|drive|push|campaign)"
)
_WHO = (
    rf"(?:(?:But|And|Yet|Meanwhile|For years|Now|Today),? )?(?:(?:(?:The|A|An|Its|Their|His|Her|This|These|Those|"
    rf"[A-Z][\w’'.-]*[’']s?) (?:[\w’'.-]+ ){{0,4}}?(?i:{_OFFICE})(?: (?:in|of|at|on) (?:the )?[\w’'-]+)?)|"
    r"(?:(?:(?:The|A|An|Its|Their|His|Her|This) (?:[\w’'-]+ ){0,2}?)?[A-Za-z][\w’'.-]+[’']s? (?:[a-z-]+ ?){1,7})|"
    r"(?:(?:Mr|Mrs|Ms|Sen|Rep|Gov|Gen|Dr)\. )?(?:[A-Z][\w’'.-]+ ){0,3}[A-Z][\w’'-]+)"
)
_BLAME = compiled(
    rf"^{_WHO},? (?P<what>(?:is|are) {_ADVERB}{_DOING}|(?:has|have) {_ADVERB}{_DONE})\b|"
    rf"^{_WHO}(?:,? (?:that|which|who) [^,;:]{{3,60}}?)?,? (?P<will>(?:will|would) {_ADVERB}{_TO_DO})|"
    rf"^{_WHO} {_ADVERB}(?P<did>{_DONE}|caused|created|provoked|triggered|fuell?ed|deepened|worsened) [^.;]{{0,90}}?\b"
    r"(?P<how>by [a-z]+ing|with (?:[a-z-]+ ){0,3}[a-z]+ (?:that|it)|for years)\b|"
    rf"^{_WHO} (?P<using>(?:is|are) (?:\w+ly )?using [^.;]{{3,50}} to (?:protect|hide|enrich|punish|silence|distract|"
    rf"smear|line|cover|frighten|scare|intimidate|divide|mislead))\b|"
    rf"^{_WHO} (?P<fault>(?:is|are|was|were) (?:to blame|at fault|the (?:main |real )?(?:cause|culprit)) "
    rf"(?:for|of|behind))\b|"
    r"(?P<from>\b(?:was|were|has been|have been) (?:stolen from|cheated out of|robbed of|sold out by|betrayed by))\b|"
    rf"^{_WHO} (?P<now>(?:{_NOW}|strips|tramples on|robs|steals|betrays)) "
    r"(?!and\b|or\b|but\b|in\b|on\b|at\b|from\b)[a-z$]"
)
_VERDICT = compiled(
    r"\b(?P<what>(?:was|is|were|are|has been|amounts to) (?:nothing (?:more|but|less) than|little more than|only|just|"
    r"simply|merely|largely|effectively)? ?(?:an? (?:gift|giveaway|handout|bonanza|windfall|blank che(?:ck|que)|"
    r"payoff|sop) (?:to|for) (?:the )?"
    r"(?:rich|wealthy|banks?|corporations|billionaires|big|special interests|donors|polluters|drug|oil|landlords|"
    r"criminals|terrorists|cronies|insurers)|"
    r"(?:an? )?(?:butcher|liar|thug|crook|coward|traitor|thief|demagogue|tyrant|criminal|racist|bully|"
    r"puppet of|stooge of|enemy of|danger to (?:the|our)|threat to democracy|"
    r"war on (?!terror|drugs|poverty|cancer))))\b|"
    r"[’']s? (?P<real>(?:real|true|hidden|sole|only) (?:aim|motive|goal|purpose|agenda|intention|reason) "
    r"(?:is|was) to)\b|"
    r"\b(?P<never>(?:has|have) (?:never (?:kept|told|cared|done an honest|had any intention)|"
    r"no respect for|nothing but contempt for|contempt for|no idea how|no regard for))\b|"
    r"\b(?P<bad>(?:is|was|are|were) (?:built|founded|based) on (?:fear|lies|hatred|hate|deceit|racism|fraud|greed)|"
    r"cares? (?:only|more) (?:about|for) (?:(?:[a-z]+|his own|her own) )?[^.;]{2,30}? than|cares? only (?:about|for)|"
    r"(?:is|was|are|were) (?:nothing but |plainly |simply )?(?:an? )?(?:(?:all-out|direct|frontal|naked|"
    r"brazen|blatant|cynical) )?"
    r"(?:attack|assault|war) on (?:free|freedom|democracy|the (?:poor|rule|constitution|press|middle|working|family|"
    r"right|environment|free)|women|workers|families|our|voting|religious|civil|science|truth)|"
    r"surrounded (?:himself|herself|themselves) with (?:[a-z]+ )?(?:crooks|thugs|cronies|flatterers|yes-men|criminals|"
    r"extremists|racists|liars|loyalists|sycophants)|"
    r"(?:has|have|had) (?:close |deep |long )?ties to (?:the )?(?:[a-z]+ )?(?:smugglers|gangs?|gangsters|"
    r"mafia|mob|cartels?|"
    r"terrorists|militants|criminals|traffickers|warlords|extremists)|"
    r"(?:has|have) (?:paid no tax\w*|dodged|hidden (?:his|her|its|their) (?:profits|wealth|money|losses|debts))|"
    r"(?:will|would) cost (?:(?!about|some|nearly|around|roughly|up|an|estimated|more|at|over|almost|another|only|"
    r"just|as)"
    r"[\w’'-]+ ){1,4}(?:(?:about|some|nearly|around|more than|over|up to|at least|an estimated) )?(?:[$£€]\d|"
    r"\d[\d.,]* (?:[a-z]+ )?(?:jobs|lives|crowns|dollars|"
    r"pounds|euros))|"
    r"(?:brought|bringing) (?:[\w’'-]+ ){1,3}to (?:its|their|his|her) knees|"
    r"(?:is|are|was|were) the only honest|"
    r"(?:was|were|been) (?:organi[sz]ed|staged|orchestrated|bankrolled|bought) and paid for by)\b|"
    rf"^{_WHO} (?P<unfit>(?:is|are) (?:plainly |clearly |wholly |utterly )?(?:unfit|not fit) (?:to|for)|"
    r"(?:has|have) no (?:real )?(?:intention of|plan for|interest in (?:the|what|truth|peace|such)|shame))\b|"
    r"\b(?P<cost>(?:will|would|are|is) (?:cost|costing|kill|killing|destroy) (?:[\w,]+ ){0,3}(?:jobs|lives|livelihoods)"
    r" (?:and|while|but|without|to)\b)|"
    r"\b(?P<because>because (?:the |his |her |their |its |[A-Z][\w’'-]+ )?(?:[\w’'-]+ ){0,3}(?:had promised|"
    r"have promised|"
    r"paid|has paid|had paid|bought|owns?|tied (?:their|its|his|her) hands|wanted? to (?:hide|keep|protect|"
    r"silence|punish)|"
    r"care[sd]? (?:only|more)|fears? losing|feared losing))\b"
)
_UNDONE = compiled(
    r"\?|\b(?:if|whether|could|tell\w*|told|saying|charging|may|might|would have|"
    r"accus\w+|alleg\w+|charge[sd]?|claim\w*|critics?|opponents?|"
    r"supporters|perception|so-called|convicted|pleaded|guilty|sentenced|court|jury|argu\w+|(?<!on )fears?|"
    r"appears?|seems?|"
    r"apparently|perhaps|film|novel|movie|book|series|episode|song|game|match|season|team|players?)\b",
    re.IGNORECASE,
)


def laid_on(words: str) -> tuple[int, int] | None:
    """Where a sentence lays harm, betrayal or an ill motive at somebody's door, as a plain fact."""
    if _UNDONE.search(words):
        return None
    for pattern in (_BLAME, _VERDICT):
        match = pattern.search(words)
        if match:
            name = next(name for name in pattern.groupindex if name != "how" and match[name])
            return None if held_by_somebody(words, match.start(name)) else match.span(name)
    return None
