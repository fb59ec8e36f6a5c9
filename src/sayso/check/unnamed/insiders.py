"""Words for people who know something from inside."""

from __future__ import annotations

from sayso.patterns import compiled

#: People whose trade, rank or place lets them know something from inside.
PERSON = (
    r"(?:officials?|diplomats?|aides?|advis[eo]rs?|supervisors?|forem[ae]n|guards?|workers?|employees?|staffers?|"
    r"managers?|engineers?|executives?|inspectors?|clerks?|pilots?|colleagues?|insiders?|sources?|doctors?|nurses?|"
    r"teachers?|directors?|priests?|trustees?|coach(?:es)?|lecturers?|professors?|councillors?|officers?|lawmakers?|"
    r"legislators?|senators?|deput(?:y|ies)|ministers?|"
    r"detectives?|midwi(?:fe|ves)|paramedics?|soldiers?|traders?|brokers?|bankers?|players?|drivers?|sergeants?|"
    r"(?:staff|crew|board|team|committee|council|squad|party) members?|"
    r"members? of (?:staff|(?:the|its|his|her) (?:[a-z]+ )?(?:crew|"
    r"board|team|committee|council|cabinet|delegation|squad|family))|"
    r"civil servants?|researchers?|scientists?|consultants?|contractors?|whistle-?blowers?|accountants?|auditors?|"
    r"technicians?|cleaners?|secretar(?:y|ies)|investigators?|negotiators?|associates?|confidants?|"
    r"academics?|scholars?|agents?|producers?|editors?|journalists?|musicians?|actors?|dancers?|campaigners?|"
    r"activists?|"
    r"monks?|nuns?|constables?|recruits?|cadets?|conscripts?|prosecutors?|tutors?|curators?|dealers?|programmers?|"
    r"developers?|"
    r"architects?|surveyors?|chefs?|cooks?|waiters?|waitress(?:es)?|stewards?|porters?|carers?|"
    r"members? of [^,.;“”\"]{3,50}?|"
    r"(?:lawyers?|attorneys?) (?:involved|close|familiar|briefed|working)\b|"
    r"friends?|relatives?|allies|ally|rivals?|opponents?|figures?|strategists?|operatives?|commanders?|"
    r"shareholders?|investors?|dockers?|sailors?|miners?|veterans?|"
    r"(?:person|people) (?:at|inside|within|familiar|close|with|briefed|involved|who (?:work|know|took part|help|"
    r"attend|review|read\b|saw|(?:have|had) (?:read|seen|heard|review|attend)|(?:were|was) (?:present|"
    r"there|involved|in the room))\w*))"
)
#: Those who are asked for what they know of a subject; in the plural they are a crowd that nobody need name.
EXPERT = (
    r"(?:historian|economist|analyst|expert|scholar|specialist|political scientist|strategist|lobbyist|psychologist|"
    r"psychiatrist|epidemiologist|virologist|biologist|chemist|geologist|sociologist|criminologist|climatologist|"
    r"statistician|pollster|columnist|ethicist|professor of [a-z]+|(?:law|history|economics|"
    r"politics|science) professor)"
)
_TRADE = r"(?!others|members|papers|letters|orders|matters)[a-z]+(?:ers|ors|ists|ians|ees|men|women)"
#: Somebody, or a few, of those: "a guard at the prison", "two managers", "one of the nurses".
INSIDE = compiled(
    r"(?:Somebody|somebody|Someone|someone)\b|(?:One|one) of (?:the|his|her|its|their|"
    rf"those) (?:[a-z-]+ ){{0,2}}(?:{_TRADE}|{PERSON})\b|"
    r"(?:(?:An?|an?|One|one|Another|another|Two|two|Three|three|Four|four|Several|several|At least two|at least two)\s+"
    r"(?:[\w.’'-]+\s+){0,4}?|(?=[Pp]eople\s))"
    rf"{PERSON}\b|(?:An?|an?|One|one|Another|another) (?:[a-z-]+ ){{0,3}}?{EXPERT}\b|"
    r"[Oo]ne (?:[a-z-]+ ){0,2}?(?:lawyer|attorney|Democrat|Republican|Conservative|Liberal|critic|supporter|detractor|"
    r"skeptic|sceptic|admirer|observer|opponent)\b(?! (?:for|who represent))"
)
