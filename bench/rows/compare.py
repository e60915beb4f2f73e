#!/usr/bin/env python3
"""`check` over generated rows of the portal's export, beside a bare read of the same file by the csv crate, in one run.

    python3 bench/rows/compare.py [--rows 100000] [--runs 5]

The rows are made with a fixed seed: about 5 % with a fault, 40 % with a description. The bare reader is `examples/csv_read.rs`.
"""

import argparse
import csv
import random
import resource
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEADER = [
    "Name of Covered Entity", "State", "Covered Entity Type", "Individuals Affected", "Breach Submission Date", "Type of Breach",
    "Location of Breached Information", "Business Associate Present", "Web Description",
]
PAIRS = [
    ("Hacking/IT Incident", "Network Server"), ("Hacking/IT Incident", "Email"), ("Unauthorized Access/Disclosure", "Paper/Films"),
    ("Unauthorized Access/Disclosure", "Email"), ("Theft", "Laptop"), ("Loss", "Paper/Films"), ("Improper Disposal", "Paper/Films"),
]
KINDS = ["Healthcare Provider", "Health Plan", "Business Associate"]
SENTENCES = [
    "The covered entity learned that a mailbox had been used by an outsider, and \"reset\" all passwords.",
    "The entity mailed letters to the wrong addresses; 612 individuals were notified.",
    "A laptop was taken from a car, and a police report was filed.",
    "OCR obtained assurances that the entity implemented the corrective actions listed above.",
]


def rows(path, count):
    rng = random.Random(2026)
    with open(path, "w", newline="") as out:
        writer = csv.writer(out, quoting=csv.QUOTE_ALL)
        writer.writerow(HEADER)
        for number in range(count):
            bad = rng.random() < 0.05
            kind, location = ("Hacking/IT Incident", "Paper/Films") if bad else rng.choice(PAIRS)
            text = " ".join(rng.choices(SENTENCES, k=rng.randint(3, 14))) if rng.random() < 0.4 else ""
            writer.writerow([
                f"Practice {number}{'  ' if bad else ''} Group", "" if bad and number % 2 else rng.choice(["MD", "TX", "CA", "NY"]), rng.choice(KINDS),
                500 if bad else rng.randint(502, 90000), f"{rng.randint(1, 12):02}/{rng.randint(1, 28):02}/{rng.randint(2015, 2025)}",
                kind, location, rng.choice(["Yes", "No"]), text,
            ])


def measured(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, wall


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    subprocess.run(["cargo", "build", "--release", "-q", "--bins", "--example", "csv_read"], cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "rows.csv"
        rows(path, arguments.rows)
        commands = {
            "csv crate, read only": [ROOT / "target/release/examples/csv_read", path],
            "breachlint check": [ROOT / "target/release/breachlint", "check", path, "--as-of", "2026-03-01", "--fail-on", "never"],
        }
        results = {name: [] for name in commands}
        for turn in range(arguments.runs + 1):
            for name, command in commands.items():
                result = measured(command)
                if turn:
                    results[name].append(result)
        base = statistics.median(cpu for cpu, _ in results["csv crate, read only"])
        print(f"{arguments.rows} rows, {path.stat().st_size / 1e6:.0f} MB, {arguments.runs} interleaved runs, medians, {time.strftime('%Y-%m-%d')}\n")
        for name, figures in results.items():
            cpu, wall = (statistics.median(column) for column in zip(*figures))
            print(f"{name:<24} CPU {cpu:7.3f} s  wall {wall:7.3f} s  ratio {cpu / base:5.2f}")


if __name__ == "__main__":
    main()
