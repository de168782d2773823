"""Words of the errors of `tenun.report`."""

from tenun.errors import Message

MESSAGES = {
    "report.finding-without-support": Message(
        en="The report cannot be built: the finding “{finding}” has lost the passages that it rests on.",
        id="Laporan tidak dapat disusun: temuan “{finding}” kehilangan petikan tumpuannya.",
        hint_en="Restore the passages or codings (tenun log, tenun undo), or rank again so that the finding goes.",
        hint_id="Pulihkan petikan atau kodenya (tenun log, tenun undo), atau susun ulang peringkatnya.",
    ),
    "report.no-such-language": Message(
        en="A report can be written in English (en) or Indonesian (id), not in “{language}”.",
        id="Laporan dapat ditulis dalam bahasa Inggris (en) atau Indonesia (id), bukan dalam “{language}”.",
        hint_en="Choose en or id.",
        hint_id="Pilih en atau id.",
    ),
}
