#!/usr/bin/env python3
"""Rows through breachlint, beside a bare read by the csv crate and the same work in DuckDB and Polars, side by side in one run.

    python3 -m venv bench/.peers/venv && bench/.peers/venv/bin/pip install -r bench/datasets/requirements.txt
    bench/.peers/venv/bin/python bench/datasets/compare.py [--rows 10000 200000 1000000] [--runs 3] [--without-peers] [--stream 10000000]

CPU is user and system time of the whole process, peak memory its largest resident set, as the operating system says it. Runs are interleaved; figures are
medians. Before each run the input is copied twice and the copies deleted, uncounted: what a virtual machine gives a process that writes, it often has to get from
its host first, and whoever writes first would pay for all. Below the tables stand the floors, and whether they hold. How free the processors were is
measured in each turn: one process that only counts, then two at once. `--stream` sends as many rows as the largest file has, and
then so many, through a pipe, which needs no room for them, and measures breachlint alone.
"""

import argparse
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import generate

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
TOOL = str(ROOT / "target/release/breachlint")
DAY = ["--as-of", "2026-03-01"]
BARE = "csv crate, read only"
CHECK, NORMALIZE, NDJSON = "check, {} thread", "normalize to CSV, every rule, {} thread", "normalize to NDJSON, every rule, 2 threads"
# Without a report, `normalize` asks no rule.
ALONE = " alone"
# Every peer gets as many threads as breachlint.
ENVIRONMENT = {**os.environ, "POLARS_MAX_THREADS": "2"}


def of(name, threads):
    return name.format(threads) + ("s" if threads > 1 else "")


def alone(name, told):
    return name.replace(", every rule", told) if told else name


def high_water(process):
    """The largest resident set so far, in MiB; none where the system does not say it or the process has ended."""
    try:
        status = Path(f"/proc/{process.pid}/status").read_text()
        return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM:"))
    except (OSError, StopIteration):
        return None


def finish(process, start):
    """CPU s, wall s, peak MiB. What the system keeps of an ended process starts at the peak of the one that began it, so the peak is asked for every 2 ms."""
    peak = high_water(process)
    while True:
        done, status, usage = os.wait4(process.pid, os.WNOHANG)
        if done:
            break
        peak = high_water(process) or peak
        time.sleep(0.002)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{process.args} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, wall, peak or usage.ru_maxrss / 1024


def measured(command):
    start = time.monotonic()
    return finish(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT), start)


def streamed(command, rows):
    """The same for a command that reads standard input, while `rows` rows are made."""
    start = time.monotonic()
    maker = subprocess.Popen([sys.executable, str(HERE / "generate.py"), str(rows), "/dev/stdout"], stdout=subprocess.PIPE)
    process = subprocess.Popen(command, stdin=maker.stdout, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    maker.stdout.close()
    result = finish(process, start)
    maker.wait()
    return result


def free():
    """How many processes can count at once without standing in each other's way, of two."""
    count = [sys.executable, "-c", "for _ in range(6_000_000): pass"]

    def wall(processes):
        start = time.monotonic()
        running = [subprocess.Popen(count) for _ in range(processes)]
        for process in running:
            process.wait()
        return time.monotonic() - start

    return 2 * wall(1) / wall(2)


def commands(source, scratch, peers):
    out = str(Path(scratch) / "out")
    peer = [sys.executable, str(HERE / "peers.py")]
    table = {BARE: [str(ROOT / "target/release/examples/csv_read"), source]}
    for threads in (1, 2):
        table[of(CHECK, threads)] = [TOOL, "check", source, *DAY, "--fail-on", "never", "--threads", str(threads)]
    for more, told in ((["--report", f"concise={out}.txt"], ""), ([], ALONE)):
        for threads in (1, 2):
            command = [TOOL, "normalize", source, *DAY, "-o", out + ".csv", "--threads", str(threads), *more]
            table[of(alone(NORMALIZE, told), threads)] = command
        table[alone(NDJSON, told)] = [TOOL, "normalize", source, *DAY, "-o", out + ".ndjson", "--threads", "2", *more]
    if peers:
        for name in ("duckdb", "polars"):
            table[f"{name} to CSV"] = [*peer, name, source, f"{out}-{name}.csv"]
            table[f"{name} to NDJSON"] = [*peer, name, source, f"{out}-{name}.ndjson"]
    return table


def compare(source, rows, runs, peers, scratch):
    """Medians of CPU s, wall s and peak MiB by the name of the work; of wall only where two processors were free."""
    table = commands(source, scratch, peers)
    results, freedom = {name: [] for name in table}, []
    for turn in range(runs + (runs > 1)):
        if turn or runs == 1:
            freedom.append(free())
        for name, command in table.items():
            copies = [Path(scratch) / name for name in ("one", "another")]
            for copy in copies:
                shutil.copyfile(source, copy)
            for copy in copies:
                copy.unlink()
            result = measured(command)
            if turn or runs == 1:
                results[name].append(result)
    medians = {name: tuple(statistics.median(column) for column in zip(*figures)) for name, figures in results.items()}
    base = medians[BARE][0]
    print(f"\n{rows} rows, {Path(source).stat().st_size / 1e6:.0f} MB, {runs} interleaved runs\n")
    print("| work | CPU s | to a bare read | wall s | peak MiB |\n| --- | --- | --- | --- | --- |")
    for name, (cpu, wall, peak) in medians.items():
        print(f"| {name} | {cpu:.3f} | {cpu / base:.2f} | {wall:.3f} | {peak:.1f} |")
    return medians, statistics.median(freedom)


def floors(by_rows, freedom, streams):
    """The floors that this project set itself, from the largest file unless it says otherwise."""
    sizes = sorted(by_rows)
    last = by_rows[sizes[-1]]
    cpu = {name: figures[0] for name, figures in last.items()}
    yield "normalize to CSV, CPU to a bare read", cpu[of(NORMALIZE, 1)] / cpu[BARE], "<=", 2.5, 1.6
    yield "normalize alone to CSV, CPU to a bare read", cpu[of(alone(NORMALIZE, ALONE), 1)] / cpu[BARE], "<=", 2.5, 1.6
    yield "check, CPU to a bare read", cpu[of(CHECK, 1)] / cpu[BARE], "<=", 1.8, 1.1
    for peer, csv, ndjson in (("duckdb", (5, 8), (4.5, 8)), ("polars", (4, 6.5), (3.5, 6))):
        if f"{peer} to CSV" in cpu:
            for told in ("", ALONE):
                yield f"{peer}, CPU to normalize{told}, CSV", cpu[f"{peer} to CSV"] / cpu[of(alone(NORMALIZE, told), 2)], ">=", *csv
                yield f"{peer}, CPU to normalize{told}, NDJSON", cpu[f"{peer} to NDJSON"] / cpu[alone(NDJSON, told)], ">=", *ndjson
    for name in (CHECK, NORMALIZE):
        what = name.split(",")[0]
        two = of(name, 2)
        peaks = [by_rows[size][two][2] for size in sizes] + [figures[2] for (work, _), figures in streams.items() if work == what.split()[0]]
        yield f"{what}, largest peak MiB on 2 threads", max(peaks), "<=", 24, 8
        speed = last[of(name, 1)][1] / last[two][1]
        yield f"{what}, 2 threads against 1, wall ({freedom[sizes[-1]]:.2f} processors free)", speed, ">=", 1.6, 1.8
        grown = [(size, by_rows[size][two][0]) for size in sizes]
        # What comes through a pipe is made beside the work, and compared with the same of another length.
        piped = sorted((size, figures[0]) for (work, size), figures in streams.items() if work == what.split()[0])
        for (small, before), (large, after) in [*zip(grown, grown[1:]), *zip(piped, piped[1:])]:
            yield f"{what}, growth of CPU from {small} to {large} rows, exponent", math.log(after / before) / math.log(large / small), "<=", 1.05, 1.02


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 200_000, 1_000_000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--without-peers", action="store_true")
    parser.add_argument("--stream", type=int, metavar="ROWS")
    parser.add_argument("--without-build", action="store_true", help="take the binaries in target/release as they are")
    arguments = parser.parse_args()
    if not arguments.without_build:
        subprocess.run(["cargo", "build", "--release", "-q", "--bins", "--example", "csv_read"], cwd=ROOT, check=True)
    version = subprocess.run([TOOL, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    print(f"{version}, {os.cpu_count()} processors, {os.uname().machine}, {time.strftime('%Y-%m-%d')}")
    by_rows, freedom, streams = {}, {}, {}
    for rows in sorted(arguments.rows):
        with tempfile.TemporaryDirectory() as scratch:
            source = str(Path(scratch) / "rows.csv")
            generate.write(source, rows)
            by_rows[rows], freedom[rows] = compare(source, rows, arguments.runs, not arguments.without_peers, scratch)
    if arguments.stream:
        print("\nThrough a pipe, 1 run\n\n| work | CPU s | peak MiB |\n| --- | --- | --- |")
        for work, more in (("check", ["--fail-on", "never"]), ("normalize", ["-o", "/dev/null"])):
            command = [TOOL, work, "-", "--stdin-filename", "rows.csv", *DAY, *more, "--threads", "2"]
            for rows in (max(arguments.rows), arguments.stream):
                cpu, wall, peak = streams[work, rows] = streamed(command, rows)
                print(f"| {work} of {rows} rows, 2 threads | {cpu:.2f} | {peak:.1f} |")
    print("\n| floor | measured | floor | goal | |\n| --- | --- | --- | --- | --- |")
    for what, value, sign, floor, goal in floors(by_rows, freedom, streams):
        held = value <= floor if sign == "<=" else value >= floor
        print(f"| {what} | {value:.2f} | {sign} {floor} | {goal} | {'held' if held else '**not held**'} |")
    if min(freedom.values()) < 1.8:
        print("\nOther work took part of the processors: wall times, and what rests on them, say little.")


if __name__ == "__main__":
    main()
