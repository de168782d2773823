"""What a file's name says about its content."""

from __future__ import annotations


def suffix(name: str) -> str:
    """The ending of a file name with its dot, in lower case; "" where it has none.

    >>> suffix("sources/A.MD"), suffix("LICENSE"), suffix(".hidden")
    ('.md', '', '')
    """
    stem, dot, ending = name.replace("\\", "/").rpartition("/")[2].rpartition(".")
    return f".{ending.lower()}" if dot and stem and ending else ""


def stem(name: str) -> str:
    """The file name without folder and ending.

    >>> stem("sources/09-kompas.md")
    '09-kompas'
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    return last[: len(last) - len(suffix(name))]
