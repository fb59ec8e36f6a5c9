"""Seam to the list of governments: what country a country's name, demonym or seat of government stands for."""

from __future__ import annotations

from functools import cache

# country | other names | demonyms | seats of government
_TABLE = """
United States|U.S.;US;USA;United States of America;America;U.S;the States|American;Americans|Washington
Russia|Russian Federation|Russian;Russians|Moscow
China|People's Republic of China|Chinese|Beijing
Ukraine||Ukrainian;Ukrainians|Kyiv;Kiev
United Kingdom|Britain;UK;U.K.;Great Britain;England|British;Britons;English|London;Downing Street;Whitehall;Westminster
France||French|Paris
Germany||German;Germans|Berlin
Italy||Italian;Italians|Rome
Spain||Spanish|Madrid
Iran|Islamic Republic of Iran|Iranian;Iranians|Tehran
Iraq||Iraqi;Iraqis|Baghdad
Israel||Israeli;Israelis|Jerusalem;Tel Aviv
Syria||Syrian;Syrians|Damascus
Turkey|Türkiye|Turkish;Turks|Ankara
Saudi Arabia||Saudi;Saudis|Riyadh
North Korea|DPRK;the North|North Korean;North Koreans|Pyongyang
South Korea|Republic of Korea;the South|South Korean;South Koreans|Seoul
Japan||Japanese|Tokyo
India||Indian;Indians|New Delhi;Delhi
Pakistan||Pakistani;Pakistanis|Islamabad
Afghanistan||Afghan;Afghans|Kabul
Egypt||Egyptian;Egyptians|Cairo
Libya||Libyan;Libyans|Tripoli
Yemen||Yemeni;Yemenis|Sanaa
Qatar||Qatari;Qataris|Doha
United Arab Emirates|UAE;Emirates|Emirati;Emiratis|Abu Dhabi
Kuwait||Kuwaiti;Kuwaitis|
Bahrain||Bahraini;Bahrainis|Manama
Oman||Omani;Omanis|Muscat
Jordan||Jordanian;Jordanians|Amman
Lebanon||Lebanese|Beirut
Venezuela||Venezuelan;Venezuelans|Caracas
Mexico||Mexican;Mexicans|Mexico City
Canada||Canadian;Canadians|Ottawa
Brazil||Brazilian;Brazilians|Brasilia
Argentina||Argentine;Argentinian;Argentines|Buenos Aires
Cuba||Cuban;Cubans|Havana
Colombia||Colombian;Colombians|Bogota
Chile||Chilean;Chileans|Santiago
Peru||Peruvian;Peruvians|Lima
Bolivia||Bolivian;Bolivians|La Paz
Australia||Australian;Australians|Canberra
New Zealand||New Zealander;New Zealanders|Wellington
Indonesia||Indonesian;Indonesians|Jakarta
Malaysia||Malaysian;Malaysians|Kuala Lumpur
Philippines||Philippine;Filipino;Filipinos|Manila
Thailand||Thai;Thais|Bangkok
Vietnam||Vietnamese|Hanoi
Myanmar|Burma|Burmese|Naypyidaw
Cambodia||Cambodian;Cambodians|Phnom Penh
Taiwan||Taiwanese|Taipei
Hong Kong|||
Singapore||Singaporean;Singaporeans|
Bangladesh||Bangladeshi;Bangladeshis|Dhaka
Sri Lanka||Sri Lankan;Sri Lankans|Colombo
Nepal||Nepali;Nepalese|Kathmandu
Poland||Polish;Poles|Warsaw
Hungary||Hungarian;Hungarians|Budapest
Czech Republic|Czechia|Czech;Czechs|Prague
Slovakia||Slovak;Slovaks|Bratislava
Austria||Austrian;Austrians|Vienna
Switzerland||Swiss|Bern
Netherlands|Holland|Dutch|The Hague
Belgium||Belgian;Belgians|
Denmark||Danish;Danes|Copenhagen
Sweden||Swedish;Swedes|Stockholm
Norway||Norwegian;Norwegians|Oslo
Finland||Finnish;Finns|Helsinki
Ireland||Irish|Dublin
Portugal||Portuguese|Lisbon
Greece||Greek;Greeks|Athens
Romania||Romanian;Romanians|Bucharest
Bulgaria||Bulgarian;Bulgarians|Sofia
Serbia||Serbian;Serbs;Serbians|Belgrade
Croatia||Croatian;Croatians|Zagreb
Belarus||Belarusian;Belarusians|Minsk
Georgia||Georgian;Georgians|Tbilisi
Armenia||Armenian;Armenians|Yerevan
Azerbaijan||Azerbaijani;Azerbaijanis;Azeri|Baku
Kazakhstan||Kazakh;Kazakhs|Astana
Lithuania||Lithuanian;Lithuanians|Vilnius
Latvia||Latvian;Latvians|Riga
Estonia||Estonian;Estonians|Tallinn
Nigeria||Nigerian;Nigerians|Abuja
Kenya||Kenyan;Kenyans|Nairobi
Ethiopia||Ethiopian;Ethiopians|Addis Ababa
Somalia||Somali;Somalis|Mogadishu
Sudan||Sudanese|Khartoum
South Sudan||South Sudanese|Juba
South Africa||South African;South Africans|Pretoria
Zimbabwe||Zimbabwean;Zimbabweans|Harare
Algeria||Algerian;Algerians|Algiers
Morocco||Moroccan;Moroccans|Rabat
Tunisia||Tunisian;Tunisians|Tunis
Mali||Malian;Malians|Bamako
European Union|EU|European|Brussels
"""


@cache
def _countries() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for line in _TABLE.strip().splitlines():
        name, others, demonyms, seats = line.split("|")
        for kind, words in (("name", f"{name};{others}"), ("demonym", demonyms), ("seat", seats)):
            for word in filter(None, words.split(";")):
                table[word.lower()] = (name, kind)
    return table


def country_of(words: str) -> str | None:
    """The country that a country's name or seat of government stands for; None for anything else."""
    found = _countries().get(words.lower())
    return found[0] if found and found[1] != "demonym" else None


def demonym_of(word: str) -> str | None:
    """The country whose demonym or name a word is."""
    found = _countries().get(word.lower())
    return found[0] if found and found[1] != "seat" else None


def is_seat(words: str) -> bool:
    """Whether the words name a seat of government rather than the country itself."""
    found = _countries().get(words.lower())
    return bool(found) and found[1] == "seat"
