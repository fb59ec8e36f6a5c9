import pytest

from sayso.errors import InputError
from sayso.report.encodings import clean, decode

FRENCH = "Le café d’Osterby, fermé depuis l’été, rouvrira — dit-on — à Noël."
SHORT = "“It’s over,” she said."


@pytest.mark.parametrize("text", [FRENCH, SHORT, "naïve", "£5m – “déjà vu” … Ærø, Łódź"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings(text, encoding):
    assert decode("x", text.encode(encoding)) == text


@pytest.mark.parametrize(
    "text",
    [
        FRENCH,
        SHORT,
        "It’s",
        "Der Bürgermeister von Osterby sagte: „Die Mühle schließt.“",
        "El año pasado, según el señor Núñez, ¿quién lo sabía?",
        "O prefeito não disse nada – ‘é cedo’.",
        "Han sa på måndag att kvarnen stänger.",
        "5 % · 20 °C · €4.50 · ½ mile",
    ],
)
def test_short_western_text_in_cp1252(text):
    assert decode("x", text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (
            "Совет портового города проголосовал в понедельник за закрытие старой мельницы. Профсоюз подаст жалобу.",
            "cp1251",
        ),
        (
            "Совет портового города проголосовал в понедельник за закрытие старой мельницы. Профсоюз подаст жалобу.",
            "koi8-r",
        ),
        ("港の町の議会は月曜日、古い工場を閉鎖することを決めた。組合は訴えると述べた。", "shift_jis"),
        ("Το συμβούλιο της πόλης ψήφισε τη Δευτέρα να κλείσει τον παλιό μύλο, είπε η πρόεδρος.", "cp1253"),
    ],
)
def test_other_scripts_are_recognised(text, encoding):
    assert decode("x", text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["cp1251", "iso-8859-2", "gb2312"])
def test_declared(encoding):
    text = {"cp1251": "Мельница", "iso-8859-2": "Młyn zamknięty", "gb2312": "磨坊关闭"}[encoding]
    assert decode("x", text.encode(encoding), encoding) == text
    page = f'<html><head><meta charset="{encoding}"></head><body>{text}</body></html>'
    assert decode("x", page.encode(encoding)) == page
    xml = f'<?xml version="1.0" encoding="{encoding}"?><p>{text}</p>'
    assert decode("x", xml.encode(encoding)) == xml


def test_false_declarations_are_not_believed():
    assert decode("x", FRENCH.encode(), "iso-8859-1") == FRENCH
    assert decode("x", SHORT.encode("cp1252"), "utf-8") == SHORT
    assert decode("x", SHORT.encode("cp1252"), "no-such-charset") == SHORT
    assert decode("x", SHORT.encode("cp1252"), "iso-8859-1") == SHORT


def test_utf8_with_a_broken_end():
    assert decode("x", (FRENCH * 3).encode() + b"\xe2\x80") == FRENCH * 3 + "\ufffd"


def test_line_ends_and_surrogates():
    assert clean("a\r\nb\rc\n") == "a\nb\nc\n"
    assert clean("\ufeffa\ud800b") == "a\ufffdb"
    assert clean("🙂\r") == "🙂\n"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 ...",
        b"PK\x03\x04rest",
        b"\x89PNG\r\n",
        bytes(range(256)) * 4,
        b"\x00\x01\x02\x03" * 50,
        b"MZ\x90\x00",
    ],
)
def test_binary_is_refused(data):
    with pytest.raises(InputError) as error:
        decode("mill.bin", data)
    assert error.value.code == "binary"
    assert error.value.input == "mill.bin"
