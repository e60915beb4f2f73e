#!/usr/bin/env python3
"""What reading the texts takes of a check: a list checked with every rule, and without those that read a text, in one run.

    python3 bench/datasets/texts.py [--runs 7] FILE...

The rules that read a text are those whose source says `any_of: Context::TEXTS`. CPU is user + system of the whole process, on one thread, without
what a list of one row costs. A short list is checked so many times that there is enough to be timed; repeated in one file its rows would be
duplicates of each other, and most of the work to say so.
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


def cpu(command, times):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for _ in range(times):
        code = subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode
        if code not in (0, 1):
            sys.exit(f"{command[0]} ended with {code}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def one_row(path, folder):
    """The header of the file and its first record in one line."""
    lines = Path(path).read_bytes().splitlines(keepends=True)
    whole = next((line for line in lines[1:] if line.count(b'"') % 2 == 0), b"")
    out = folder / Path(path).name
    out.write_bytes(lines[0] + whole)
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
            times = max(1, -(-LEAST // Path(file).stat().st_size))
            check = ["check", "--as-of", "2026-03-01", "--fail-on", "never", "--threads", "1", "--format", "concise"]
            with_texts, without = [], []
            for _ in range(options.runs):
                for costs, more in ((with_texts, ["--isolated"]), (without, ["--config", config])):
                    run = [cpu([BINARY, *check, *more, path], times) for path in (file, one_row(file, folder))]
                    costs.append(run[0] - run[1])
            whole, rest = statistics.median(with_texts), statistics.median(without)
            share = (whole - rest) / whole
            print(f"{Path(file).name}, {times} times: {whole:.3f} s, {rest:.3f} s without texts: {share:.0%} for reading texts (limit {LIMIT:.0%})")


if __name__ == "__main__":
    main()
