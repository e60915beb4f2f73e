#!/usr/bin/env python3
"""Rows through breachlint, beside a bare read by the csv crate and the same work in DuckDB and Polars, side by side in one run.

    pip install -r bench/datasets/requirements.txt
    python3 bench/datasets/compare.py [--rows 1000000] [--runs 3] [--without-peers]

CPU is user and system time of the whole process tree, peak memory the largest resident set. Everything runs on two threads but the bare
read, and `check` and `normalize` once more on one. Runs are interleaved; the figures are medians.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import generate

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
DAY = ["--as-of", "2026-03-01"]


def measured(command):
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - start
    if process.returncode not in (0, 1):
        raise SystemExit(f"{command} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def commands(source, scratch, peers):
    tool, out = str(ROOT / "target/release/breachlint"), str(Path(scratch) / "out")
    peer = [sys.executable, str(HERE / "peers.py")]
    table = {
        "csv crate, read only": [str(ROOT / "target/release/examples/csv_read"), source],
        "check, 1 thread": [tool, "check", source, *DAY, "--fail-on", "never", "--threads", "1"],
        "check, 2 threads": [tool, "check", source, *DAY, "--fail-on", "never", "--threads", "2"],
        "normalize to CSV, 1 thread": [tool, "normalize", source, *DAY, "-o", out + ".csv", "--threads", "1"],
        "normalize to CSV, 2 threads": [tool, "normalize", source, *DAY, "-o", out + ".csv", "--threads", "2"],
        "normalize to NDJSON, 2 threads": [tool, "normalize", source, *DAY, "-o", out + ".ndjson", "--threads", "2"],
    }
    if peers:
        for name in ("duckdb", "polars"):
            table[f"{name} to CSV"] = [*peer, name, source, f"{out}-{name}.csv"]
            table[f"{name} to NDJSON"] = [*peer, name, source, f"{out}-{name}.ndjson"]
    return table


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--without-peers", action="store_true")
    parser.add_argument("--file", help="rows that generate.py wrote earlier")
    arguments = parser.parse_args()
    subprocess.run(["cargo", "build", "--release", "-q", "--bins", "--example", "csv_read"], cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory() as scratch:
        source = arguments.file or str(Path(scratch) / "rows.csv")
        if not arguments.file:
            generate.write(source, arguments.rows)
        table = commands(source, scratch, not arguments.without_peers)
        results = {name: [] for name in table}
        for turn in range(arguments.runs + (arguments.runs > 1)):
            for name, command in table.items():
                result = measured(command)
                if turn or arguments.runs == 1:
                    results[name].append(result)
        size = Path(source).stat().st_size / 1e6
        base = statistics.median(cpu for cpu, _, _ in results["csv crate, read only"])
        print(f"{arguments.rows} rows, {size:.0f} MB, {arguments.runs} interleaved runs, medians, {time.strftime('%Y-%m-%d')}\n")
        print("| work | CPU s | to a bare read | wall s | peak MiB |\n| --- | --- | --- | --- | --- |")
        for name, figures in results.items():
            cpu, wall, peak = (statistics.median(column) for column in zip(*figures))
            print(f"| {name} | {cpu:.2f} | {cpu / base:.2f} | {wall:.2f} | {peak:.1f} |")


if __name__ == "__main__":
    main()
