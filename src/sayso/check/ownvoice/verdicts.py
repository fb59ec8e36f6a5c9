"""Verdicts in the reporter's own voice: what somebody is, is fit for, does to others, or ought to do."""

from __future__ import annotations

import re

from sayso.check.ownvoice.judgements import held_by_somebody
from sayso.patterns import compiled

_WHO = (
    r"(?:(?:[A-Z][\w’'.-]+|[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Mm]ost|[Mm]any|[Tt]hose|"
    r"[Tt]his|[Tt]hat)\b"
    r"(?:[ ’][^\s,;:.]+){0,9}?)"
)
_VERY = (
    r"(?:(?:[a-z]+ly|so|too|also|now|still|just|simply|long|always|never anything but|not only|nothing but|"
    r"little more than) )*"
)
#: What nobody is called without somebody to call them so.
_EVIL = (
    r"(?:racist|anti-?semitic|anti-Semitic|bigoted|sexist|misogynistic?|homophobic|xenophobic|islamophobic|"
    r"Islamophobic|"
    r"white supremacist|fascist|hypocritical|disrespectful|dishonest|deceitful|untruthful|corrupt|crooked|"
    r"incompetent|inept|"
    r"lazy|greedy|selfish|cowardly|cruel|callous|heartless|ruthless|vindictive|petty|paranoid|delusional|unhinged|"
    r"unfit|reckless|careless|irresponsible|negligent|shameful|disgraceful|scandalous|outrageous|unjust|"
    r"(?:treated )?(?:unfairly|unjustly|shabbily)(?: treated)?|unfair|immoral|unethical|illegitimate|un-American|"
    r"unpatriotic|"
    r"treasonous|subversive|toxic|vile|hateful|phony|bogus|rigged|fraudulent|useless|worthless|pointless|ruinous|"
    r"out of touch|out of (?:its|his|her|their) depth|in over (?:his|her|their) head|addicted to|incapable of|"
    r"indifferent to|"
    r"contemptuous of|hostile to|soft on|weak on|beholden to|in the (?:pocket|pay|grip|thrall) of|at war with|"
    r"(?:incompatible|inconsistent) with|complicit in|guilty of|to blame for|at fault for|"
    r"behind (?:most|much|many|half|all|almost all|nearly all|the bulk) of|"
    r"unworthy|untrustworthy|ignorant|stupid|foolish|clueless|arrogant|thin-skinned|spineless|gutless|inhumane|"
    r"barbaric|"
    r"lying(?! (?:face|down|on|in|there|dead|motionless|still|under|next|beside|at|across|by|flat|awake|low|ahead|"
    r"behind|off|idle|dormant))|cheating|bought|unqualified|senile|evil|wicked|crazy|insane|anti-American|"
    r"anti-(?:[A-Z][a-z]+|women|"
    r"worker|business)|"
    r"paid to be there|on the take|a law unto|no better than|nothing (?:more|but|less) than|asleep at the)"
)
_EVILDOER = (
    r"(?:an? |the |all |mostly |largely |nothing but )?(?:[a-z-]+ ){0,2}(?:racists?|bigots?|race-?baiters?|liars?|"
    r"frauds?|crooks?|thugs?|cowards?|"
    r"traitors?|demagogues?|hypocrites?|bull(?:y|ies)|tyrants?|fascists?|puppets? of|stooges?|pawns? of|menace|"
    r"disgrace|"
    r"sham|hoax|con game|farce|pack of lies|witch[- ]hunt|cover-up|betrayal|giveaway|boondoggle|power grab|land grab|"
    r"(?:assault|attack|war) on (?:the |our |[a-z]+ )?(?:rights?|women|workers|freedoms?|families|poor|constitution|"
    r"free|religi\w+|voters|law)|"
    r"(?:threat|danger) to (?:the |our )?(?:nation|country|republic|democracy|public|constitution|human|world|peace|"
    r"freedom|national)|"
    r"insult to|slap in the face|mockery|sellout|charade|travesty|predator|warmongers?)"
)
_IS = (
    r"(?:is|are|was|were|has been|have been|had been|remains?|(?:has|have) (?:become|grown|proved|turned)|(?:has|"
    r"have|had) shown (?:himself|herself|itself|themselves))"
)
_PREDICATE = compiled(
    rf"(?:^|[,;—–] (?:and |but )?|\b(?:and|but|that|who|which) ){_WHO} (?P<what>{_IS} {_VERY}(?:{_EVIL}|"
    rf"{_EVILDOER}))(?![\w-])"
)
#: "isn't consistent with", "has no business", "shouldn't be president".
_UNFIT = compiled(
    rf"(?:^|[,;—–] (?:and |but )?|\b(?:and|but) ){_WHO} (?P<what>(?:(?:is|are)(?: not|n[’']t) (?:fit|qualified|"
    rf"consistent|"
    r"compatible|worthy|to be trusted|up to|capable|competent|welcome in|real)|(?:should|must|ought)(?: never| not|"
    r"n[’']t)(?: to)? "
    r"(?:be (?!surpris|there)|hold|run (?=the|for)|lead (?=the)|serve)|(?:has|have) no (?:business|place|right|shame|"
    r"respect|regard|idea|interest in|intention of|grasp)|deserves? (?:to|no|better|nothing|blame|credit)|"
    r"(?:has|have) (?:only )?(?:himself|herself|itself|themselves) to blame))\b"
)
#: What is done to others: the verbs that carry the charge.
_DOES = compiled(
    rf"(?:^|[,;—–] (?:and |but )?|\b(?:and|but|that|who|which) ){_WHO} (?P<what>{_VERY}(?:(?:has|have|"
    rf"had) {_VERY}been failing|(?:has|have) {_VERY}failed (?=(?:the|its|his|her|their|those|[A-Z][a-z]+) )|"
    rf"(?:has|have|had) {_VERY}shown (?:[a-z]+ )?(?:contempt|disdain|disregard|indifference)|"
    r"(?:is|are|has been|have been|was|were) (?:[a-z]+ly )?(?:fixated on|obsessed with|bent on|out to|hell-bent|"
    r"dragging out|stringing|"
    r"shilling for|doing the (?:work|bidding)|in league with|in cahoots|trampling|hoodwinking|fleecing|poisoning|"
    r"ruining|wrecking|"
    r"destroying|betraying|exploiting|gouging|lying(?= (?:to|about)))|"
    r"prop(?:s|ped) up|cow(?:s|ed) the|(?:does|do|did) the (?:work|bidding|dirty work) (?:of|for)|"
    r"(?:stood|stands?|got|gets?) in the way of|(?:has|have|had) done (?:all|everything|nothing|little|too little|"
    r"what) (?:it|he|she|they|that)?|"
    r"turn(?:s|ed) a blind eye|look(?:s|ed) the other way|wrote off the|threw (?:it|the [a-z]+) away|"
    r"wants? to (?:strip|destroy|ruin|gut|abolish|silence|punish|take away|wreck|turn)|ship(?:s|"
    r"ped) [^.;,]{2,40}? (?:overseas|abroad)|"
    r"(?:drove|drives|driven) [^.;,]{2,40}? (?:into (?:bankruptcy|the ground|ruin)|to ruin|out of business)|"
    r"bought (?:the )?(?:[a-z]+ )?votes|sold (?:its|his|her|their) (?:soul|vote|office)|rob(?:s|bed) (?:the |its |"
    r"their )|"
    r"paid no tax\w*|cheat(?:s|ed) (?:the|its|his|her|their)|spread(?:s)? lies|"
    r"play(?:s|ed) politics with|put(?:s)? (?:politics|party|profits?|ideology|self-interest) (?:before|"
    r"ahead of|above)|"
    r"care[sd]? (?:more|only|nothing)|(?:squander|wast)(?:ed|es) (?:the|its|his|her|their|billions|millions|\$)|"
    r"(?<!was )(?<!were )(?<!been )(?<!be )(?:condon(?:es|ed)|coddl(?:es|ed)|embolden(?:s|ed))|pander(?:s|ed) to|"
    r"cav(?:es|ed) (?:in )?to|kowtow(?:s|ed)|ca(?:pitulat|v)ed to|"
    r"shield(?:s|ed) (?:the |its |his |her )?(?:criminal|abus|friend|guilty|donor)\w*))\b"
)
#: A charge that stands in passing: "lies spread by the league", "the decade in which Falk paid no taxes".
_PASSING = compiled(
    r"\b(?P<what>(?:lies|falsehoods|smears|slanders?|propaganda|fraud|threats|abuses?|crimes|theft|treachery|"
    r"negligence|neglect|malpractice) "
    r"(?:spread|told|peddled|put about|committed|perpetrated|carried out|made up) by (?=the |an? |[A-Z])|"
    r"(?:lies|bigotry|racism|greed|cowardice|incompetence|malice|dishonesty|treachery|corruption|hypocrisy|cruelty|"
    r"hatred|bungling) "
    r"of (?=the |its |[A-Z])|"
    r"(?:in which|whom|whose [a-z]+) (?:(?:the|former|then|President|Senator|Sen\.|Mr\.|"
    r"Gov\.) )*(?:[A-Z][\w’'.-]+ ){1,3}"
    r"(?:had |has |once |later |also )?(?:paid no|[a-z]+ly (?:assaulted|abused)|assaulted|raped|abused|molested|"
    r"harassed|groped|cheated|swindled|"
    r"defrauded|bribed|stole|lied|attacked|robbed|blackmailed|bullied|betrayed)|"
    r"(?:the )?(?:white nationalism|racism|hatred|bigotry|extremism) behind)\b"
)
_OPEN = compiled(
    r"\?|\b(?:if|whether|could|may|might|would|said|says?|saying|told|tell\w*|argu\w+|accus\w+|alleg\w+|critic\w*|"
    r"opponents?|"
    r"claim\w*|charg(?:e[sd]?|ing)|convict\w+|pleaded|courts?|jury|judges?|ruled|ruling|prosecut\w+|appear\w*|"
    r"seem\w*|apparent\w*|perhaps|"
    r"suspect\w*|according|believ\w+|thinks?|suggest\w*|theor\w+|speculat\w+|likely|probably|reported\w*|denied|"
    r"denies|polls?|"
    r"survey\w*|found|finds|view\w*|regard\w*|(?:seen|sees|saw) as|consider\w*|call(?:s|ed|ing)|describ\w+|"
    r"portray\w*|label\w*|"
    r"dubbed|debate|"
    r"question\w*|fears?|case against|sentenced|lawsuits?|sued|suing|warn\w*|film|novel|movie|season|team|game|"
    r"investigat(?:ions?|ing|ed|es?)|laws?|rules?|"
    r"bill|act|statute|insist\w*|blam\w+|brand(?:s|ed|ing)|denounc\w+|slam\w*|blast\w*|decr(?:y|ies|ied)|"
    r"complain(?:s|ed|ing)?|mock\w*|"
    r"declar\w+|contend\w*|maintain\w*|urg(?:es|ed|ing)|demand\w*|supporters|perception|notion|idea|image|"
    r"reputation|reiterat\w+|suspicions?)\b|[“”\"]",
    re.IGNORECASE,
)
_CLAUSE_END = compiled(r" [–—-]+ |; |, (?:and|but|while|as|after|when|who|which) ")
#: What most of some do or are: somebody must have asked or counted them.
_CROWD = compiled(
    r"^(?:But |And |Yet |Still, |In all, )?(?P<what>(?:(?:[Aa]bout|[Ss]ome|[Nn]early|[Aa]lmost|[Rr]oughly|[Oo]ver|"
    r"[Mm]ore than|[Ff]ully|[Aa]t least|[Uu]p to) )?(?:[Mm]ost|[Mm]any|[Aa]ll|[Ff]ew|[Nn]one|[Hh]ardly any|[Hh]alf|"
    r"[Tt]he (?:vast |great )?majority|[A-Za-z]+[ -](?:thirds?|quarters?|fifths?|tenths?)|"
    r"(?:\d+|[A-Za-z]+) (?:in|out of) (?:every )?(?:\d+|[a-z]+)|\d[\d.]*(?:%| percent| per cent)) of "
    r"(?:those|the people|the [a-z]+s|them|its [a-z]+s|their [a-z]+s) "
    r"(?:who|that|on|in|behind|opposed|against|at|now|still) "
    r"(?!(?:[a-z]+ )?(?:died|killed|injured|wounded|infected|missing|dead)\b)"
    r"[^.;:,]{2,60}? (?:have|are|do|did|were|never|know|care|want|get|gave|lied|got|went|came|come|live|lost|left|"
    r"will|say|had|support|oppose|turned|quit)(?: (?:not|never|no|also))?)\b"
)
#: "91 percent of the time", "in nine of ten cases".
_TIMES = compiled(
    r"(?P<what>\b(?:\d[\d.]*|[a-z]+)(?:%| percent| per cent) of the time|"
    r"\b(?:nine|eight|seven|six) (?:times )?(?:in|out of) (?:10|ten) (?:times|cases)|"
    r"\bin (?:\d[\d.]*|[a-z]+)(?:%| percent| per cent) of (?:all )?(?:the )?cases)\b"
)
#: What a record shows, and how often two agree, is counted there.
_SHOWN = compiled(r"\bshow(?:s|ed|ing)\b|\bin (?:agreement|alignment)\b")
_OWN = compiled(r"\b(?:I|we|We|you|You|my|our|your|us|me)\b")


def verdict(words: str, *, opening: bool = False) -> tuple[int, int] | None:
    """Where a sentence judges or charges somebody as a plain fact; ``opening``: in passing, too, as openings may."""
    if _OWN.search(words):
        return None
    in_passing = (_PASSING,) if opening else ()
    for pattern in (_PREDICATE, _DOES, _UNFIT, *in_passing, _CROWD, _TIMES):
        match = pattern.search(words)
        if match:
            begin, end = match.span("what")
            clause = _CLAUSE_END.split(words[end:], maxsplit=1)[0]
            told = _OPEN.search(f"{words[:begin]} … {clause}") is not None or held_by_somebody(words, begin)
            told = told or (pattern is _TIMES and _SHOWN.search(words[:begin]) is not None)
            return None if told else (begin, end)
    return None
