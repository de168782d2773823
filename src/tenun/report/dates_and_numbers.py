"""Numbers, dates and probabilities the way each language writes them."""

from __future__ import annotations

import re

MONTHS = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
    "id": ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
           "November", "Desember"),
}  # fmt: skip
SMALL = {
    "en": ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    "id": ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"),
}
JOINING = {"en": {"and": "and", "or": "or"}, "id": {"and": "dan", "or": "atau"}}
UNKNOWN_DAY = {"en": "undated", "id": "tanpa tanggal"}
FEW_WITNESSES = 10
_FRACTIONS = ((1, 10), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (3, 4), (4, 5), (9, 10))
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


def number(value: float, language: str, decimals: int = 0) -> str:
    """A number with the marks of the language; a real minus sign.

    >>> number(1234.5, "en", 1), number(1234.5, "id", 1), number(-3, "en")
    ('1,234.5', '1.234,5', '−3')
    """
    text = f"{abs(value):,.{decimals}f}"
    if language == "id":
        text = text.translate(str.maketrans(",.", ".,"))
    return f"−{text}" if value < 0 and text.strip("0,.") else text


def count(value: int, language: str) -> str:
    """A count in running prose: in words up to ten.

    >>> count(4, "id"), count(1200, "id"), count(1, "en")
    ('empat', '1.200', 'one')
    """
    return SMALL[language][value] if 0 <= value < len(SMALL[language]) else number(value, language)


def percent(share: float, language: str, decimals: int = 0) -> str:
    """A share of 1 in per cent.

    >>> percent(0.684, "en"), percent(0.684, "id", 1)
    ('68%', '68,4%')
    """
    return f"{number(share * 100, language, decimals)}%"


def coefficient(value: float, language: str, decimals: int = 2) -> str:
    """A coefficient that cannot pass 1: English drops the zero before the point.

    >>> coefficient(0.469, "en"), coefficient(0.469, "id"), coefficient(-0.05, "en"), coefficient(1.0, "en")
    ('.47', '0,47', '−.05', '1.00')
    """
    text = number(value, language, decimals)
    return re.sub(r"^(−?)0\.", r"\1.", text) if language == "en" else text


def chance(p: float, witnesses: int, language: str) -> str:
    """A probability; in words below ten witnesses, and never nearer to 0 or 1 than .05. METHODS section 2.

    >>> chance(0.467, 5, "en"), chance(0.467, 5, "id"), chance(0.467, 12, "en"), chance(0.02, 12, "id")
    ('about one in two', 'sekitar satu dari dua', '.47', '<0,05')
    """
    if p < 0.05:
        return f"<{coefficient(0.05, language)}"
    if p > 0.95:
        return f">{coefficient(0.95, language)}"
    if witnesses >= FEW_WITNESSES:
        return coefficient(p, language)
    part, whole = min(_FRACTIONS, key=lambda pair: abs(p - pair[0] / pair[1]))
    about, of = ("sekitar", "dari") if language == "id" else ("about", "in")
    return f"{about} {count(part, language)} {of} {count(whole, language)}"


def day(iso: str | None, language: str) -> str:
    """A date to the precision known; `2020/2022` is a stretch of time, and what is no date stays as it is.

    >>> day("2019-12-02", "id"), day("2019-12", "en"), day("2018-02-01/2018-02-03", "en"), day(None, "id")
    ('2 Desember 2019', 'December 2019', '1–3 February 2018', 'tanpa tanggal')
    """
    if not iso:
        return UNKNOWN_DAY[language]
    if "/" in iso:
        start, _, end = iso.partition("/")
        return _stretch(start, end, language)
    match = _ISO.match(iso)
    if match is None:
        return iso
    year, month, date = match.groups()
    name = MONTHS[language][int(month) - 1] if month and 1 <= int(month) <= 12 else ""
    return " ".join(part for part in (str(int(date)) if date else "", name, year) if part)


def _stretch(start: str, end: str, language: str) -> str:
    """From one date to another, without saying the same month and year twice."""
    first, last = day(start, language).split(), day(end, language).split()
    shared = 0
    while shared < min(len(first), len(last)) - 1 and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    kept = first[: len(first) - shared] if len(first) == len(last) else first
    return f"{' '.join(kept)}–{' '.join(last)}"


def clock(milliseconds: int) -> str:
    """A time in a recording.

    >>> clock(3_754_000)
    '1:02:34'
    """
    seconds = milliseconds // 1000
    hours, minutes = seconds // 3600, seconds // 60 % 60
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"


def out_of(some: int, of: int, language: str, nouns: str = "") -> str:
    """Some of a number of things; `nouns` are the word for one and for several, parted by a bar.

    >>> out_of(4, 5, "en", "witness|witnesses"), out_of(5, 5, "en", "witness|witnesses"), out_of(5, 5, "id", "sumber")
    ('four of the five witnesses', 'all five witnesses', 'kelima sumber')
    """
    one, _, many = nouns.partition("|")
    noun = one if of == 1 or not many else many
    whole = count(of, language)
    if some == of == 1:
        amount = "the one" if language == "en" else "satu-satunya"
    elif some != of:
        the = "of the" if language == "en" else "dari"
        amount = f"{count(some, language)} {the} {whole}"
    elif language == "en":
        amount = f"all {whole}"
    else:
        amount = f"ke{whole}{'' if noun else 'nya'}" if of <= 10 else f"semua {whole}"
    return f"{amount} {noun}".strip()


def listed(parts: list[str], language: str, last: str = "and") -> str:
    """Words in a list: Indonesian sets a comma before the last of three or more.

    >>> listed(["a", "b", "c"], "en"), listed(["a", "b", "c"], "id"), listed(["a", "b"], "id", "or")
    ('a, b and c', 'a, b, dan c', 'a atau b')
    """
    return "".join(mark + part for mark, part in zip(joints(len(parts), language, last), parts, strict=True))


def joints(length: int, language: str, last: str = "and") -> list[str]:
    """What stands before each of `length` parts of a list; `last` is `and` or `or`."""
    word = JOINING[language][last]
    mark = "," if language == "id" and length > 2 else ""
    return ["", *[", "] * (length - 2), f"{mark} {word} "][:length] if length > 1 else [""] * length
