"""A study whose every word tries to run a script: file names, titles, names of codes, memos, texts, labels."""

from __future__ import annotations

import csv
from pathlib import Path

import yaml

PAYLOADS = (
    "<script>window.__ran=1</script>",
    "<img src=x onerror=window.__ran=1>",
    "<svg onload=window.__ran=1>",
    "<svg><script>window.__ran=1</script></svg>",
    "<iframe srcdoc='<script>parent.__ran=1</script>'></iframe>",
    "<iframe src=javascript:parent.__ran=1></iframe>",
    "<body onload=window.__ran=1>",
    "<details open ontoggle=window.__ran=1>",
    "<input autofocus onfocus=window.__ran=1>",
    "<video><source onerror=window.__ran=1></video>",
    "<a href=javascript:window.__ran=1 autofocus>x</a>",
    "<math><mi xlink:href=javascript:window.__ran=1>x</mi></math>",
    "<object data=javascript:window.__ran=1></object>",
    "<embed src=javascript:window.__ran=1>",
    "<form action=javascript:window.__ran=1><button>x</button></form>",
    "<style>@import 'http://127.0.0.1:9/x.css';</style>",
    "<link rel=stylesheet href=http://127.0.0.1:9/x.css>",
    "<meta http-equiv=refresh content='0;url=javascript:window.__ran=1'>",
    "<base href=http://127.0.0.1:9/>",
    "<p style=\"background:url('http://127.0.0.1:9/x.png')\">x</p>",
    '"><script>window.__ran=1</script>',
    "'><img src=x onerror=window.__ran=1>",
    "</title><script>window.__ran=1</script>",
    "</textarea><script>window.__ran=1</script>",
    "--><script>window.__ran=1</script><!--",
    "{{constructor.constructor('window.__ran=1')()}}",
    "${window.__ran=1}",
    "javascript:window.__ran=1",
    "data:text/html,<script>parent.__ran=1</script>",
    '`-window.__ran=1-`<noscript><p title="</noscript><img src=x onerror=window.__ran=1>">',
)
CODERS = ("<b onmouseover=window.__ran=1>A", "<img src=x onerror=window.__ran=1>B")


def _front(**fields: object) -> str:
    return "---\n" + yaml.safe_dump(fields, allow_unicode=True, sort_keys=False) + "---\n\n"


def _write_table(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def hostile_folder(folder: Path) -> Path:
    """Write the study folder: a source, a code, a dated fact and a place for each payload; two coders who disagree."""
    (folder / "sources").mkdir(parents=True)
    rows = []
    for at, payload in enumerate(PAYLOADS):
        said = f"Said {at}: {payload} so."
        front = _front(
            id=f"S{at:02}", title=payload, kind="news", language="en", publisher=payload, author=payload,
            institution=payload, published="2019-03-18", url=f"https://example.org/?{at}", reliability="B",
            reliability_why=payload, credibility=2, credibility_why=payload, about=[payload], note=payload,
        )  # fmt: skip
        (folder / "sources" / f"{at:02} {payload.replace('/', '')[:60]}.md").write_text(f"{front}{said}\n", "utf-8")
        for coder, code in zip(CODERS, (f"C{at:02}", f"C{(at + 1) % len(PAYLOADS):02}"), strict=True):
            rows.append({"source": f"S{at:02}", "quote": said, "code": code, "coder": coder, "memo": payload})
    _write_table(folder / "codings.csv", rows)
    names = ("label_en", "label_id", "definition_en", "definition_id", "include", "exclude")
    codes = [{"id": f"C{at:02}", **dict.fromkeys(names, payload)} for at, payload in enumerate(PAYLOADS)]
    _write_table(folder / "codebook.csv", codes)
    events = [
        {
            "id": f"e{at:02}", "date": f"2019-01-{at + 1:02}", "what_en": payload, "what_id": payload,
            "quotes": [{"source": f"S{at:02}", "quote": f"Said {at}: {payload} so."}],
        }
        for at, payload in enumerate(PAYLOADS)
    ]  # fmt: skip
    (folder / "facts.yaml").write_text(yaml.safe_dump({"events": events}, allow_unicode=True), "utf-8")
    places = [
        {"label_en": payload, "label_id": payload, "latitude": at - 15, "longitude": at * 5, "role": "other"}
        for at, payload in enumerate(PAYLOADS)
    ]
    study = {
        "id": "hostile", "title_en": PAYLOADS[0], "title_id": PAYLOADS[1], "question_en": PAYLOADS[2],
        "question_id": PAYLOADS[3], "languages": ["en", "id"], "seed": 1, "codebook": "codebook.csv",
        "decision": {"label_en": PAYLOADS[4], "label_id": PAYLOADS[5], "date": "2019-11-27"},
        "motives": {"codes": [f"C{at:02}" for at in range(6)]},
        "sources": ["sources"], "codings": ["codings.csv"], "facts": "facts.yaml", "places": places,
    }  # fmt: skip
    (folder / "study.yaml").write_text(yaml.safe_dump(study, allow_unicode=True), "utf-8")
    return folder
