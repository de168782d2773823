"""Words of the errors of `tenun.exchange`."""

from tenun.errors import Message

MESSAGES = {
    "exchange.workbook-broken": Message(
        en="The workbook cannot be read.",
        id="Berkas lembar kerja ini tidak dapat dibaca.",
        hint_en="Open it in the spreadsheet and save it again as XLSX, or as CSV UTF-8.",
        hint_id="Buka di program lembar kerja lalu simpan ulang sebagai XLSX, atau sebagai CSV UTF-8.",
    ),
    "exchange.cell-too-long": Message(
        en="A cell would have {length} characters; a workbook allows {most}.",
        id="Sebuah sel akan berisi {length} karakter; batas berkas lembar kerja {most}.",
        hint_en="Export to CSV instead.",
        hint_id="Ekspor ke CSV saja.",
    ),
}
