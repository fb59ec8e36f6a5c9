"""Ill motives in the reporter's own voice: what somebody did is told with what they are said to have meant by it."""

from __future__ import annotations

from sayso.check.ownvoice.judgements import AS_CHARGED, held_by_somebody, stated_purpose
from sayso.patterns import compiled

#: What nobody owns to have meant.
_ILL = (
    r"(?:(?:gather|collect|dig up|find|get|amass|have) (?:[a-z]+ )?(?:ammunition|dirt)|smear|slander|discredit|"
    r"malign|defame|"
    r"(?:damage|hurt|harm|ruin|embarrass|humiliate|blackmail|bully) (?:his|her|their|its|the|an?|[A-Z]\w+)|"
    r"(?:distract|divert) (?:[\w’'-]+ ){0,4}?from|divert attention|(?:cover up|bury|conceal|hush up|whitewash)|"
    r"hide (?:his|her|their|its|the (?:losses|truth|fact|extent|scale|damage|evidence|crime))|"
    r"(?:silence|punish|intimidate|frighten|scare|muzzle|gag) (?:his|her|their|its|the (?:press|media|critics|"
    r"voters|witness|opposition)|"
    r"critics|voters|witnesses|dissent\w*|opponents|journalists|reporters|whistle-?blowers|workers|[A-Z]\w+)|"
    r"(?:inflame|stir up|whip up|stoke|incite|fan|foment|spread|sow) (?:the (?:flames of )?)?(?:[\w’'-]+ ){0,2}?"
    r"(?:hatred|hate|[Ff]ears?|panic|anger|tensions?|[Ii]slamophobia|racism|prejudice|resentment|discord|division|lies|"
    r"violence|unrest|hysteria|outrage|antisemitism|anti-semitism|xenophobia|passions)|"
    r"(?:rig|steal|swing|sway) (?:the|an?|this|that|[a-z]+’s) (?:[a-z]+ )?(?:vote|election|race|trial|result|poll|"
    r"contest)|"
    r"(?:protect|shield|help|reward|enrich|favou?r) (?:(?:his|her|their|its) (?:own |rich |wealthy |"
    r"old )?(?:friends?|donors?|cronies|allies|"
    r"backers|pals|profits?|cronies|family firm|business(?:es)?|paymasters)|big (?:oil|business|donors|pharma))|"
    r"enrich (?:himself|herself|themselves|itself)|line (?:his|her|their) (?:own )?pockets|"
    r"keep (?:it|them|the [a-z]+) from (?:the public|voters|investors|shareholders|(?:his|her|their|its) [a-z]+)|"
    r"score (?:cheap |political )+points|curry fav\w+|pander to|appease (?:his|her|their|its|the)|"
    r"(?:buy|win|steal) (?:cheap )?votes|settle (?:old |a |personal |political )*scores?|"
    r"(?:take|exact|get|seek) (?:his |her |their )?revenge|get even|deceive|mislead|trick|dupe|fool (?:the|voters)|"
    r"drive (?:down|up) (?:[\w’'-]+ ){1,3}(?:shares?|prices?|stock)|win (?:the|an?) (?:election|vote|race)|"
    r"shame (?:the|his|her|their)|please (?:his|her|its|their)|spare (?:the|his|her) |frame (?:him|her|them|"
    r"[A-Z]\w+)|entrap|justify (?:his|her|their|its) (?:own )?|"
    r"destroy (?:his|her|their) (?:reputation|career|rival|opponent))"
)
_IN_ORDER = (
    r"(?:(?:simply |only |solely |merely |just |purely |mainly )?(?:to|in order to|so as to|in (?:an? |order )?"
    r"(?:[a-z]+ )?(?:bid|effort|attempt|ploy|scheme|move|plot|drive) to|with the (?:aim|goal|intention) of))"
)
_DOES = (
    r"(?:did|does|do|has done) (?:so|this|that|it)|[a-z]{3,}ed|(?:spread|ran|sat on|fired|sold|hid|leaked|cut|held|"
    r"gave|took|"
    r"wrote|made|kept|sent|chose|built|ran|met|paid|bought|called|posts|publishes|runs|uses|spreads|spread)"
)
_MOTIVE = compiled(
    rf"\b(?:{_DOES})\b[^.;:?“”\"]{{0,80}}? (?P<what>{_IN_ORDER} {_ILL})(?![a-z])|"
    rf"\b(?:[Tt]heir|[Hh]is|[Hh]er|[Ii]ts|[A-Z][\w-]+[’']s) (?:[a-z]+ )?(?P<aim>(?:aim|goal|motive|purpose|intent|"
    rf"intention|"
    rf"plan|object) (?:is|was) to {_ILL})(?![a-z])|"
    rf"\b(?:posts?|publish(?:es)?|runs?|uses?|spreads?|shares?|churn(?:s|ed)? out|sends?|exploits?|abuses?|floods?|"
    r"peddles?|buys?|hires?|pays?|sets? up|creates?|stages?|invents?|feeds?|"
    r"feed)\b[^.;:?“”\"]{{0,80}}? (?P<now>{_IN_ORDER} {_ILL})(?![a-z])|"
    r"\b[a-z]{3,}(?:ed|ew|ook|ave)\b[^.;:?“”\"]{0,60}? (?P<spite>out of (?:sheer |pure |personal |"
    r"political )?(?:spite|revenge|malice|greed|envy|jealousy|"
    r"vindictiveness|hatred))\b(?! (?:crime|group))|"
    r"\b(?P<ploy>(?:is|was) (?:(?:just|only|merely|nothing but|simply) )?an? (?:[a-z]+ )?(?:ploy|trick|plot|scheme|"
    r"stunt|"
    r"ruse) to)\b|\bmarried (?:him|her|[A-Z]\w+) (?P<money>for (?:his|her|their) money)\b|"
    r"\b(?P<gain>for (?:(?:his|her|their|its) own |purely )?(?:political|personal|partisan|electoral) "
    r"(?:gain|profit|advantage|benefit)|for (?:his|her|their|its) own (?:gain|profit))\b|"
    r"\b(?:kept|hid|buried|delayed|withheld|shelved|concealed|"
    r"suppressed)\b[^.;:?“”\"]{3,50}? (?P<so>so (?:that )?(?:it|he|she|they) could "
    r"(?:go on|keep|continue|carry on) [a-z]+)|"
    r"\b(?:[A-Z][\w’'-]+|[Hh]e|[Ss]he) (?:personally |once |also |repeatedly |secretly |even |"
    r"later )?(?P<pressed>(?:urged|pressed|pressured|leaned on|ordered|"
    r"begged|instructed|browbeat|pushed|badgered) (?:[\w’'.-]+ ){1,5}?(?:not )?to (?:drop(?! out)|downplay|"
    r"play down|bury|delete|destroy|"
    r"shred|hide|kill|lie|go easy|look the other way|look away|soften|falsify|alter|change (?:the|his|her|their)|"
    r"cover|ignore|spike|tone down|call (?:it|the|off)|mislead|prosecute|jail|spy|sabotage|keep quiet|stay silent|"
    r"hush))\b"
)
#: Told by a court or somebody, or of fiction.
_SAID = compiled(
    r"\?|\b(?:if|whether|could|may|might|would|should|can|hop(?:e|es|ing|ed)|characteri[sz]\w+|describ\w+|evidence|"
    r"suggest\w*|portray\w*|accus\w+|alleg\w+|charg\w+|claim\w*|"
    r"critics?|opponents?|"
    r"convict\w+|pleaded|pled|guilty|sentenced|court|jury|judge|indict\w+|prosecut\w+|admitted|confess\w*|argu\w+|"
    r"appear\w*|"
    r"seem\w*|apparently|perhaps|reported\w*|suspect\w*|film|novel|movie|book|series|episode|play|character|believ\w+|"
    r"conspir\w+|designed|meant|intended|found|investigat\w+|denie[sd]|deny|theory|speculat\w+|no one|nobody|law|"
    r"bill|laws|not|never|to avoid|studies|research\w*|according|say|says|said|told|calling)\b",
)


_TOLD = compiled(
    r"\?|\b(?:accus\w+|alleg\w+|claims?|claimed|critics?|opponents?|convict\w+|court|jury|prosecut\w+|according|say|"
    r"says|"
    r"said|argu\w+|told|believ\w+|suggest\w*|film|novel)\b"
)


def motive(words: str) -> tuple[int, int] | None:
    """Where a sentence tells an ill motive, or pressure to do wrong, as a plain fact."""
    match = _MOTIVE.search(words)
    if match is None:
        return None
    name = next(name for name in _MOTIVE.groupindex if match[name])
    begin, end = match.span(name)
    if _SAID.search(words[:begin]) or _TOLD.search(words[end:]) or AS_CHARGED.search(words[:begin]):
        return None
    if held_by_somebody(words, begin) or stated_purpose(words, begin):
        return None
    return begin, end
