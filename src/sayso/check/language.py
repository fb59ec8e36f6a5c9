"""Words that the rules look for. English only; another language needs a module like this one.

General language and world knowledge: nothing here is taken from a particular report.
"""

from __future__ import annotations

import re


def _any(*alternatives: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(alternatives) + r")\b", flags)


WRONGDOING = _any(
    r"brib(?:e[sd]?|ing|ery)", r"corrupt(?:ion|ly|ed)?", r"embezzl\w+", r"fraud\w*", r"defraud\w*", r"stole", r"stolen",
    r"stealing", r"theft", r"launder(?:ed|ing)", r"kickbacks?", r"extort\w*", r"blackmail\w*", r"rap(?:e[sd]?|ing|ist)",
    r"molest\w*", r"sexual(?:ly)? (?:assault|abus|harass|misconduct)\w*", r"assault(?:ed|ing)", r"tortur\w+",
    r"massacre[sd]?", r"genocide", r"war crimes?", r"atrocit\w+", r"murder\w*", r"lied", r"lying to", r"cover(?:ed|ing)? up",
    r"cover-ups?", r"conspir\w+", r"collu(?:d\w*|sion)", r"rigged", r"rigging", r"ballot[- ]stuffing",
    r"falsif\w+", r"forged", r"fabricat\w+", r"doctored", r"misled", r"plagiari[sz]\w+", r"smuggl\w+", r"traffick\w+",
    r"spied on", r"spying", r"espionage", r"treason", r"sabotag\w+", r"poisoned", r"illegal(?:ly)?", r"unlawful(?:ly)?",
    r"criminal(?:ly)?", r"crimes?", r"negligen\w+", r"abus(?:ed|ing|ive)", r"harass\w*", r"threatened to kill", r"siphon\w*",
    r"misus(?:ed?|ing)", r"mismanag\w+", r"misappropriat\w+", r"hid", r"conceal\w*", r"knew about", r"ignored warnings?",
    r"deliberately", r"knowingly", r"dump(?:ed|ing) (?:toxic|waste|sewage|chemical)\w*", r"pocket(?:ed|ing)", r"skimm\w+", r"loot(?:ed|ing)",
    r"shell(?:ed|ing)", r"kidnap\w*", r"abduct\w*", r"executed", r"racis[tm]", r"discriminat\w+", r"evad\w+ tax\w*",
    r"deport(?:ed|ing|ations?)", r"terroris[tm]s?", r"hack(?:ed|ing)", r"tamper\w*", r"insider trading", r"nepotism",
    r"cheat(?:ed|ing)", r"scam\w*", r"beat(?:en|ing)? (?:him|her|them|prisoners|detainees|protesters)",
)  # fmt: skip

#: What nobody likes to have done, short of a crime.
FAILING = _any(
    r"(?:ignor|neglect|breach|violat|overcharg|exaggerat|manipulat|intimidat|pressur|punish|destroy|delay|hush)ed(?: up)?", r"hidden",
    r"failed to (?:act|warn|protect|pay|disclose|check|report|repair|inspect|stop|prevent|inform|tell|maintain|comply)", r"broke (?:the )?(?:law|rules?|promises?)",
    r"knew (?:that|of|about)", r"known (?:that|of|about|for)", r"caused by", r"withheld", r"refused to (?:pay|help|act|disclose|cooperate|repair)",
    r"stolen", r"taken money", r"paid off", r"driven out", r"beaten", r"burned down", r"set fire to", r"opened fire on", r"fired on",
)  # fmt: skip

#: Words with which a sentence itself says that a claim is somebody's, or what stage of the law it has reached.
LEGAL = _any(
    r"alleg\w+", r"accus\w+", r"charg(?:e[sd]?|ing)", r"convict\w+", r"sentenced", r"plead\w*", r"pled", r"indict\w+",
    r"arrest\w*", r"trial", r"courts?", r"judges?", r"prosecut\w+", r"jury", r"lawsuits?", r"suspect\w*", r"suspicion",
    r"claim\w*", r"den(?:y|ied|ies|ying)", r"investigat\w+", r"inquir\w+", r"probes?", r"found guilty", r"verdict", r"complaints?",
    r"sued", r"suing", r"suit", r"ruled", r"testif\w+", r"hearings?", r"law", r"laws", r"legislation", r"bill", r"act", r"policy",
    r"sanction\w*", r"sanctioned", r"watchdog", r"commission", r"tribunal", r"amid", r"supposed\w*", r"purported\w*", r"so-called",
    r"impeach\w+", r"resolution", r"ban(?:s|ned)?", r"scandal", r"admit\w*", r"acknowledg\w+", r"concern\w*", r"fear\w*",
)  # fmt: skip

#: Cue words: a sentence that has one attributes something, whether or not the reading found the statement.
CUE = _any(
    r"sa(?:y|ys|id|ying)", r"according to", r"t(?:ell|ells|old)", r"add(?:s|ed|ing)", r"report(?:s|ed|edly|ing)?", r"wr(?:ote|ites|itten)",
    r"announc\w+", r"argu(?:e[sd]?|ing)", r"assert\w*", r"believ\w+", r"call(?:s|ed|ing)? (?:for|it|the|on|him|her|them)", r"cit(?:es|ed|ing)",
    r"claim\w*", r"conclud\w+", r"confirm\w*", r"contend\w*", r"criticiz\w+", r"declar\w+", r"describ\w+", r"estimat\w+", r"explain\w*",
    r"express\w*", r"insist\w*", r"maintain\w*", r"mention\w*", r"not(?:es|ed|ing)", r"predict\w*", r"promis\w+", r"quot(?:e[sd]?|ing)",
    r"recall\w*", r"repl(?:y|ies|ied)", r"respond\w*", r"reveal\w*", r"show(?:s|ed|n)?", r"stat(?:e[sd]|ing|ements?)",
    r"suggest\w*", r"testif\w+", r"tweet\w*", r"post(?:s|ed|ing)?", r"urg(?:e[sd]?|ing)", r"vow\w*", r"warn\w*", r"ask(?:s|ed|ing)?",
    r"think\w*", r"thought", r"comment\w*", r"remark\w*", r"apologi[sz]\w+", r"polls?", r"surveys?", r"stud(?:y|ies)",
    r"(?:records|documents|data|figures|filings|video|footage) (?:obtained|seen|reviewed|published|released|from|by)",
    r"in an interview", r"spokes\w+", r"seen by", r"reviewed by", r"obtained by", r"sources?", r"blam\w+", r"witness\w*",
)  # fmt: skip

HEDGE = _any(
    r"may", r"might", r"could", r"would", r"appear\w*", r"seem\w*", r"likely", r"possibl[ey]", r"perhaps", r"potential(?:ly)?",
    r"alleg\w+", r"reported(?:ly)?", r"report", r"reports", r"suspected", r"apparent(?:ly)?", r"believed", r"thought to", r"said to", r"rumou?r\w*",
    r"unconfirmed", r"claim\w*", r"accus\w+", r"if", r"whether", r"expected", r"set to", r"plans?", r"consider\w*", r"weigh\w*", r"eyes?", r"mull\w*",
)  # fmt: skip

#: The reason why a source is not named, in the forms that handbooks and reports use.
ANONYMITY_REASON = re.compile(
    r"\b(?:on|under) (?:the )?condition (?:of|that)|condition of anonymity|"
    r"(?:not|n[’']t) (?:be )?(?:authori[sz]ed|permitted|allowed|cleared|supposed|empowered) to|"
    r"anonym(?:ity|ously) (?:because|to|as|for|in order|out of|since|due)|speaking anonymously|spoke anonymously|"
    r"(?:ask(?:ed|ing)?|request(?:ed|ing)?|want(?:ed|ing)?|prefer(?:red|ring)?|insist(?:ed|ing)?) (?:that (?:he|she|they|his|her|their)\b.{0,20}|"
    r"not to|to not|to remain|for|on) ?(?:be (?:named|identified|quoted)|have (?:his|her|their)|anonym\w+|unnamed)|"
    r"(?:declin|refus)(?:ed|ing) to be (?:named|identified|quoted)|(?:granted|given|requested) anonymity|"
    r"(?:for|out of|citing|because of|over) (?:the )?fear|fear(?:ed|ing|s)? (?:of )?(?:reprisal|retaliation|retribution|for)|"
    r"who (?:did not|didn[’']t) want to be|whose names? (?:is|are|was|were|has|have) (?:being )?(?:not|withheld|changed)|"
    r"not (?:be(?:en|ing)? )?(?:named|identified|quoted)\b|withh(?:eld|olding|old)\b.{0,30}\b(?:names?|identit)|"
    r"not for attribution|on background|sensitiv(?:e|ity)|confidential(?:ity)?|without being (?:named|identified)|"
    r"lack(?:ed|ing|s) (?:the )?authori[sz]ation|because (?:the|they|he|she)\b.{0,60}\b(?:public|private|secret|classified|not been announced)",
    re.IGNORECASE,
)

#: How a source knows: what makes an anonymous source worth hearing.
ACCESS = _any(
    r"familiar with", r"briefed", r"knowledge of", r"close to", r"involved in", r"privy to", r"present", r"attended",
    r"in the room", r"who (?:saw|heard|read|witnessed|reviewed|worked|works|was|were|had|has|have|took|spoke|knows?)",
    r"with (?:direct|first-?hand|access|ties|links)", r"part of", r"aware of", r"at the (?:meeting|scene|talks|site)", r"near",
    r"working (?:on|for|with)", r"participat\w+", r"seen", r"read", r"read(?:ing)? the", r"with a view", r"acquainted",
)  # fmt: skip

#: Accusing and insulting words about a person or body: what an unnamed source should not be let to throw.
ATTACK = _any(
    r"liars?", r"incompeten\w+", r"corrupt\w*", r"crook\w*", r"bull(?:y|ies|ying)", r"coward\w*", r"racist", r"sexist", r"disgrace\w*", r"idiot\w*",
    r"moron\w*", r"dishonest\w*", r"lazy", r"unfit", r"unstable", r"toxic", r"vindictive", r"tyrant", r"dictator\w*", r"disaster", r"clown\w*",
    r"joke", r"fraud", r"cheat(?:s|ed|ing)?", r"lied", r"lies", r"lying", r"thief", r"thieves", r"stole", r"drunk\w*", r"unhinged", r"insane", r"crazy", r"paranoid",
    r"arrogant", r"reckless\w*", r"selfish\w*", r"greedy", r"hypocri\w+", r"betray\w*", r"backstabb\w+", r"bungl\w+", r"negligent", r"hopeless",
    r"out of (?:his|her|their) depth", r"worst", r"failure", r"failed", r"ruthless\w*", r"manipulat\w+", r"weak", r"bribe[sd]?", r"harass\w*",
    r"abus(?:ed?|ive|es|ing)", r"screamed at", r"humiliat\w+", r"nightmare", r"obsessed", r"erratic", r"clueless", r"useless", r"not up to",
)  # fmt: skip

RESPONSE = re.compile(
    r"\b(?:did not|didn[’']t|had not|has not|have not|hasn[’']t|haven[’']t|yet to|no) (?:\w+ )?(?:immediately |immediate |return|returned|repl(?:y|ied)|respon[ds]\w*|answer\w*|comment\w*)|"
    r"declin\w+ (?:to )?(?:\w+ )?(?:comment|discuss|respond|answer|elaborate|interview)|refus\w+ (?:to )?(?:comment|discuss|answer|respond)|"
    r"(?:could|can) not (?:immediately |be )*(?:be )?reached|couldn[’']t (?:immediately )?be reached|not (?:immediately )?(?:available|reachable)|"
    r"(?:not|un)available for comment|request(?:s|ed)? for (?:a )?(?:comment|response|reply|interview)|(?:sought|seeking) (?:a )?(?:comment|response)|"
    r"contacted for comment|approached for comment|has asked .{1,60} for (?:a )?comment|\bden(?:y|ies|ied|ying)\b|\bdenials?\b|\breject(?:s|ed|ing)?\b|"
    r"\bdismiss(?:es|ed|ing)?\b|\brefut(?:es?|ed|ing)\b|\bdisput(?:es?|ed|ing)\b|\bno comment\b|\bnot guilty\b|\binsist(?:s|ed)? (?:that )?(?:he|she|it|they)\b|"
    r"\bdefend(?:s|ed|ing)\b|\bhit back\b|\bfir(?:ed|ing) back\b|\brespond(?:s|ed|ing)\b|\bin (?:a )?respons\w+|\bcountered\b|\bblast(?:ed|s) (?:the )?(?:claim|accusation|report)",
    re.IGNORECASE,
)

VERB_OF_SAYING = (
    r"(?:said|says|say|told|added|adds|asked|wrote|writes|argued|explained|noted|warned|declared|continued|replied|recalled|insisted|"
    r"tweeted|testified|claimed|stated|announced|acknowledged|admitted|concluded|responded|remarked|shouted|quipped|joked)"
)

STOPWORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "from",
        "by",
        "with",
        "as",
        "and",
        "or",
        "but",
        "nor",
        "so",
        "than",
        "that",
        "this",
        "these",
        "those",
        "it",
        "its",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "shall",
        "should",
        "not",
        "no",
        "he",
        "she",
        "they",
        "them",
        "his",
        "her",
        "their",
        "we",
        "our",
        "you",
        "your",
        "i",
        "who",
        "whom",
        "which",
        "what",
        "when",
        "where",
        "why",
        "how",
        "after",
        "before",
        "over",
        "under",
        "into",
        "out",
        "up",
        "down",
        "about",
        "against",
        "more",
        "most",
        "new",
        "says",
        "say",
        "said",
        "via",
        "amid",
        "per",
    ]
)

OUTLET = (
    r"(?:Reuters|Associated Press|AP|AFP|Agence France-Presse|Bloomberg|TASS|Tass|Interfax|RIA|RIA Novosti|Xinhua|Kyodo|Yonhap|DPA|dpa|ANSA|EFE|PTI|BBC|CNN|"
    r"NBC|CBS|ABC|Fox|MSNBC|NPR|Sky|ITV|Al Jazeera|[A-Z][\w’'.-]+ (?:News|TV|Radio|Broadcasting|Post|Times|Journal|Herald|Tribune|Gazette|Guardian|Telegraph|"
    r"Chronicle|Courier|Mail|Star|Sun|Observer|Examiner|Dispatch|Review|Magazine|Weekly|Daily|Press|Agency|Mercury|Standard|Record|Ledger|Bulletin|Globe))"
)


def content_words(words: str) -> frozenset[str]:
    """The words that carry the meaning, lower-cased and roughly stemmed, for measuring how far two passages overlap."""
    found = re.findall(r"[^\W_]+(?:[’'.,-][^\W_]+)*", words.lower())
    return frozenset(_stem(word) for word in found if word not in STOPWORDS and len(word) > 1)


def _stem(word: str) -> str:
    word = re.sub(r"[’']s?$", "", word)
    for ending in ("ations", "ation", "ings", "ing", "ers", "ied", "ies", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
