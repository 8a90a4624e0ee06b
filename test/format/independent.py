"""Reads files of ours with Python's own readers and prints their cells as JSON, one file a line.

Usage: independent.py FILE...   (.csv .json .ndjson .xlsx)
"""
import csv
import json
import sys
from decimal import Decimal

import openpyxl


def text(value):
    if value is None:
        return None
    if value is True or value is False:
        return "true" if value else "false"
    return str(value)


def rows(path):
    if path.endswith(".csv"):
        with open(path, newline="", encoding="utf-8") as file:
            return list(csv.reader(file, strict=True))
    if path.endswith(".json") or path.endswith(".ndjson"):
        with open(path, encoding="utf-8") as file:
            load = lambda line: json.loads(line, parse_float=Decimal, parse_int=Decimal)
            found = load(file.read()) if path.endswith(".json") else [load(line) for line in file.read().split("\n") if line]
        return [list(found[0])] + [[text(value) for value in row.values()] for row in found]
    book = openpyxl.load_workbook(path)
    return [
        [text(cell.value) for cell in row]
        for index, sheet in enumerate(book.worksheets)
        for row in list(sheet.iter_rows())[0 if index == 0 else 1 :]
    ]


csv.field_size_limit(10**8)
for path in sys.argv[1:]:
    print(json.dumps(rows(path)))
