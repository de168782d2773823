"""The words of the reports, one file a subject, the same files and keys in both languages.

Every pattern is one sentence or label; `tenun.report.speech` says how its fields are filled.
"""

from __future__ import annotations

from tenun.report.words.en import answer as answer_en
from tenun.report.words.en import beside as beside_en
from tenun.report.words.en import coreq as coreq_en
from tenun.report.words.en import motives as motives_en
from tenun.report.words.en import sources as sources_en
from tenun.report.words.en import srqr as srqr_en
from tenun.report.words.en import terms as terms_en
from tenun.report.words.id import answer as answer_id
from tenun.report.words.id import beside as beside_id
from tenun.report.words.id import coreq as coreq_id
from tenun.report.words.id import motives as motives_id
from tenun.report.words.id import sources as sources_id
from tenun.report.words.id import srqr as srqr_id
from tenun.report.words.id import terms as terms_id

_EN = (answer_en, beside_en, coreq_en, motives_en, sources_en, srqr_en, terms_en)
_ID = (answer_id, beside_id, coreq_id, motives_id, sources_id, srqr_id, terms_id)

WORDS: dict[str, dict[str, str]] = {
    "en": {key: text for part in _EN for key, text in part.WORDS.items()},
    "id": {key: text for part in _ID for key, text in part.WORDS.items()},
}
"""Language -> key -> pattern."""
