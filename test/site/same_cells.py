"""Reads downloaded files with readers that share no code with Kept and compares every cell with the
NDJSON of the same version, as Python's json reads that.

Usage: same_cells.py FOLDER

FOLDER holds one folder a dataset, in it data.ndjson (the truth), data.csv, data.json, data.xml and
data.xlsx as they came; and office/, in it NAME_xls-SHEET.csv and NAME_xlsx-SHEET.csv as LibreOffice
wrote them, one a sheet. What is not there is not read. Prints one JSON line for each file and reader:
{"name", "file", "reader", "sheets", "rows", "fields", "cells", "empty", "numbers", "differences"}.
"""
import csv
import json
import re
import sys
from decimal import Decimal, InvalidOperation
from pathlib import Path
from xml.etree import ElementTree

import openpyxl

NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
DIFFERENCES_MAX = 5


class Escaped(str):
    """A text in which _xHHHH_ stands for a character, as Office Open XML (ST_Xstring) has it."""

    def plain(self):
        return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), self)


# Each reader but read_office returns its sheets; a sheet is a list of rows, the first its heading.


def json_rows(objects):
    """Rows of objects read as pairs, so that a name said twice or in another order is seen."""
    names = [name for name, _ in objects[0]] if objects else []
    for row in objects:
        if [name for name, _ in row] != names:
            raise ValueError(f"not the names of the first row: {row}")
    return [names] + [[value for _, value in row] for row in objects]


EXACT = {"parse_float": Decimal, "parse_int": Decimal, "object_pairs_hook": list}


def read_ndjson(path):
    lines = path.read_text(encoding="utf-8").split("\n")
    return [json_rows([json.loads(line, **EXACT) for line in lines if line])]


def read_json(path):
    return [json_rows(json.loads(path.read_text(encoding="utf-8"), **EXACT))]


def read_csv(path):
    with open(path, newline="", encoding="utf-8") as file:
        return [list(csv.reader(file, strict=True))]


def read_xml(path):
    def value(cell):
        if cell.get(NIL) == "true":
            return None
        return Escaped(cell.text or "").plain()

    rows = ElementTree.parse(path).getroot().findall("row")
    return [json_rows([[(Escaped(cell.get("name")).plain(), value(cell)) for cell in row] for row in rows])]


def read_openpyxl(path):
    book = openpyxl.load_workbook(path)

    def value(cell):
        return Escaped(cell.value).plain() if isinstance(cell.value, str) else cell.value

    return [[[value(cell) for cell in row] for row in sheet.iter_rows()] for sheet in book.worksheets]


def read_office(path):
    """One sheet. LibreOffice was told to put every text in quotation marks: what is bare is none."""
    text = path.read_text(encoding="utf-8")
    rows, row, at = [], [], 0
    cell = re.compile(r'(?:"((?:[^"]|"")*)"|([^",\n]*))([,\n])')
    while at < len(text):
        found = cell.match(text, at)
        if not found:
            raise ValueError(f"not a cell at {at}: {text[at:at + 40]!r}")
        quoted, bare, end = found.groups()
        row.append(quoted.replace('""', '"') if quoted is not None else bare_value(bare))
        if end == "\n":
            rows.append(row)
            row = []
        at = found.end()
    if row:
        raise ValueError("the last row has no end")
    return rows


def bare_value(text):
    if text == "":
        return None
    return text == "TRUE" if text in ("TRUE", "FALSE") else Decimal(text)


def same(found, truth, reader):
    """Whether a cell is what the truth says, as far as the reader's format can tell (docs/formats.md)."""
    exact = reader in ("json", "etree")  # these know an empty text from none
    if truth is None or truth == "":
        return found == truth if exact else found in (None, "")
    if isinstance(truth, bool):
        if reader in ("csv", "etree"):
            return found == ("true" if truth else "false")
        if reader == "office-xls":  # LibreOffice writes the stored value of an XLS
            return found is truth or (isinstance(found, Decimal) and found == int(truth))
        return found is truth
    if isinstance(truth, Decimal):
        return same_number(found, truth, reader)
    return isinstance(found, str) and found == truth


def same_number(found, truth, reader):
    """By value; and a number where the format has numbers, so that a person can add them up."""
    if isinstance(found, bool) or found is None:
        return False
    is_text = isinstance(found, str)
    fits_sheet = len(truth.as_tuple().digits) <= 15
    if is_text and (reader == "json" or (fits_sheet and reader not in ("csv", "etree"))):
        return False
    try:
        return Decimal(repr(found) if isinstance(found, float) else found) == truth
    except InvalidOperation:
        return False


def compare(found, truth, reader):
    differences = []
    if len(found) != len(truth):
        differences.append(f"{len(found)} rows, not {len(truth)}")
    for number, (mine, wanted) in enumerate(zip(found, truth)):
        if len(mine) != len(wanted):
            differences.append(f"row {number}: {len(mine)} cells, not {len(wanted)}")
        for name, cell, value in zip(truth[0], mine, wanted):
            if not same(cell, value, "json" if number == 0 else reader):
                differences.append(f"row {number}, {name}: {cell!r}, not {value!r}")
    return differences


def report(name, path, reader, sheets, truth):
    found = sheets[0]
    body = [cell for row in found[1:] for cell in row]
    differences = compare(found, truth, reader)
    print(json.dumps({
        "name": name,
        "file": path.name,
        "reader": reader,
        "sheets": len(sheets),
        "rows": len(found) - 1,
        "fields": len(found[0]),
        "cells": len(body),
        "empty": sum(cell in (None, "") for cell in body),
        "numbers": sum(isinstance(value, Decimal) for row in truth[1:] for value in row),
        "differences": differences[:DIFFERENCES_MAX],
    }))


READERS = {
    "data.csv": ("csv", read_csv),
    "data.json": ("json", read_json),
    "data.xml": ("etree", read_xml),
    "data.xlsx": ("openpyxl", read_openpyxl),
}

if __name__ == "__main__":
    top = Path(sys.argv[1])
    csv.field_size_limit(10**8)
    for truth_file in sorted(top.glob("*/data.ndjson")):
        folder = truth_file.parent
        [truth] = read_ndjson(truth_file)
        for file, (reader, read) in READERS.items():
            if (folder / file).exists():
                report(folder.name, folder / file, reader, read(folder / file), truth)
        for kind in ("xls", "xlsx"):
            sheets = sorted((top / "office").glob(f"{folder.name}_{kind}-*.csv"))
            if sheets:
                found = [read_office(sheet) for sheet in sheets]
                report(folder.name, sheets[0], f"office-{kind}", found, truth)
