"""Fills one row of the workbook that `breachlint new --log` wrote, as a spreadsheet program would."""

import re
import sys
import zipfile
from xml.sax.saxutils import escape

ROW = {
    "covered_entity.name": "Sandhollow Eye Clinic",
    "breach.affecting": "Fewer Than 500 Individuals",
    "breach.discovery_start_date": 46027,  # 2026-01-05, counted in days as spreadsheets do
    "breach.individuals_affected": 12,
    "breach.type": "Loss",
}
SHEET = "xl/worksheets/sheet1.xml"

path = sys.argv[1]
with zipfile.ZipFile(path) as book:
    parts = {name: book.read(name) for name in book.namelist()}
shared = [re.sub("<[^>]+>", "", text) for text in re.findall("<si>(.*?)</si>", parts["xl/sharedStrings.xml"].decode())]
sheet = parts[SHEET].decode()
cells = []
for column, text in re.findall(r'<c r="([A-Z]+)1"[^>]* t="s"[^>]*><v>(\d+)</v>', sheet):
    value = ROW.get(shared[int(text)])
    if isinstance(value, int):
        cells.append(f'<c r="{column}2"><v>{value}</v></c>')
    elif value:
        cells.append(f'<c r="{column}2" t="inlineStr"><is><t>{escape(value)}</t></is></c>')
assert len(cells) == len(ROW), "the log has other columns"
sheet = re.sub(r'<row r="2".*?(?:/>|</row>)', "", sheet, count=1, flags=re.S)
parts[SHEET] = re.sub(r"(</row>)", rf'\1<row r="2">{"".join(cells)}</row>', sheet, count=1).encode()
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
    for name, content in parts.items():
        book.writestr(name, content)
