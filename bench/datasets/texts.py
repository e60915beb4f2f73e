#!/usr/bin/env python3
"""What reading the texts takes of a check: a list checked with every rule, and without those that read a text, in one run.

    python3 bench/datasets/texts.py [--runs 7] FILE...

The rules that read a text are those whose source says `any_of: Context::TEXTS`. CPU is user + system of the whole process, on one thread.
A list that is checked in a few milliseconds is repeated in one file first, so that the start-up does not count.
"""

import argparse
import re
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BINARY = ROOT / "target" / "release" / "breachlint"
LEAST = 30_000_000
LIMIT = 0.40


def readers_of_texts():
    codes = set()
    for path in (ROOT / "src" / "rules").rglob("*.rs"):
        source = path.read_text(encoding="utf-8")
        if "any_of: Context::TEXTS" in source or "Fact::OcrNarrative]" in source:
            codes.update(re.findall(r'"(BR\d{3})",\n', source)[:1])
    return sorted(codes)


def cpu(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    code = subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode
    if code not in (0, 1):
        sys.exit(f"{command[0]} ended with {code}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def repeated(path, folder):
    """The file, its records repeated until there is enough to be timed."""
    data = Path(path).read_bytes()
    head, _, rows = data.partition(b"\n")
    rows = rows if rows.endswith(b"\n") else rows + b"\n"
    out = folder / Path(path).name
    with open(out, "wb") as file:
        file.write(head + b"\n")
        for _ in range(max(1, -(-LEAST // len(rows)))):
            file.write(rows)
    return out


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("files", nargs="+")
    options.add_argument("--runs", type=int, default=7)
    options = options.parse_args()
    codes = readers_of_texts()
    print(f"{len(codes)} rules read a text")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        config = folder / "breachlint.toml"
        config.write_text("[levels]\n" + "".join(f'{code} = "off"\n' for code in codes), encoding="utf-8")
        for file in options.files:
            data = repeated(file, folder)
            check = [BINARY, "check", data, "--as-of", "2026-03-01", "--fail-on", "never", "--threads", "1", "--format", "concise"]
            with_texts, without = [], []
            for _ in range(options.runs):
                with_texts.append(cpu([*check, "--isolated"]))
                without.append(cpu([*check, "--config", config]))
            whole, rest = statistics.median(with_texts), statistics.median(without)
            share = (whole - rest) / whole
            print(f"{Path(file).name}: {whole:.3f} s, {rest:.3f} s without texts: {share:.0%} for reading texts (limit {LIMIT:.0%})")


if __name__ == "__main__":
    main()
