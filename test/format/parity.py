"""Computes the parity digest of one of our CSV files as docs/formats.md describes it.

Usage: parity.py FILE TYPE...   (the type of each field)
"""
import csv
import hashlib
import json
import sys
from decimal import Context, InvalidOperation

exact = Context(prec=2000, Emax=10**6, Emin=-(10**6))


def canonical(cell, kind):
    if cell == "":
        return None
    if kind in ("integer", "number", "year"):
        try:
            number = exact.create_decimal(cell)
        except InvalidOperation:
            return cell
        if not number.is_finite():
            return cell
        digits = format(number, "f")
        if "." in digits:
            digits = digits.rstrip("0").rstrip(".")
        return "0" if digits in ("-0", "") else digits
    return cell


csv.field_size_limit(10**8)
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    heading, *rows = csv.reader(file)
digest = hashlib.sha256()
for row in [heading] + [[canonical(*pair) for pair in zip(row, sys.argv[2:])] for row in rows]:
    line = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    digest.update(line.encode() + b"\n")
print(digest.hexdigest())
