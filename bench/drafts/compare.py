#!/usr/bin/env python3
"""One draft and 1,000 drafts: breachlint beside check-jsonschema, ajv-cli, jsonschema-cli and Sourcemeta's jsonschema, in one run.

    python3 bench/drafts/compare.py --install        # once: fetch the peers into bench/.peers
    python3 bench/drafts/compare.py [--runs 5] [--drafts 1000]

CPU is user + system of the whole process tree, read from the operating system when the run has ended. Peers that are not installed are named and left out.
ajv-cli ends with 1: its YAML reader takes unquoted dates for something else than text.
"""

import argparse
import json
import os
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PEERS = ROOT / "bench" / ".peers"
SCHEMA = ROOT / "schemas" / "breach-report.schema.json"


def install():
    PEERS.mkdir(exist_ok=True)
    subprocess.run([sys.executable, "-m", "venv", PEERS / "venv"], check=True)
    subprocess.run([PEERS / "venv" / "bin" / "pip", "install", "-q", "check-jsonschema==0.39.0"], check=True)
    subprocess.run(["npm", "install", "--silent", "--prefix", PEERS, "ajv-cli@5.0.0", "ajv-formats@2.1.1", "js-yaml@4", "@sourcemeta/jsonschema@16.11.0"], check=True)
    subprocess.run(["cargo", "install", "-q", "jsonschema-cli", "--root", PEERS, "--target-dir", PEERS / "target"], check=True)


def sourcemeta():
    """The program itself, without the Node wrapper that starts it."""
    builds = PEERS / "node_modules/@sourcemeta/jsonschema/build/github-releases"
    return builds / f"jsonschema-{os.uname().sysname.lower()}-{os.uname().machine}"


def drafts(folder, count):
    """Drafts of 60 to 120 lines, from the shipped good ones; a fixed seed."""
    seeds = [path for path in sorted((ROOT / "fixtures" / "reports").glob("*.yaml")) if not path.name.startswith(("bad", "late"))]
    rng = random.Random(2026)
    for number in range(count):
        text = rng.choice(seeds).read_text().replace("Suite", f"Suite {number},")
        # Every draft is another entity's: reports of one name are compared with each other.
        text = re.sub(r"^(\s*(?:- )?name: )([A-Z].*)$", rf"\g<1>\g<2> {number}", text, flags=re.M)
        path = folder / f"draft-{number:05}.yaml"
        path.write_text(text)
        yield path


def measured(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    done = subprocess.run([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, wall, done.returncode


def table(title, commands, runs):
    print(f"\n{title} ({runs} interleaved runs after one warm-up, medians)\n")
    print(f"| {'tool':<22} | {'CPU s':>8} | {'wall s':>8} | {'CPU / breachlint':>16} | exit |")
    print(f"| {'-' * 22} | {'-' * 8} | {'-' * 8} | {'-' * 16} | ---- |")
    results = {name: [] for name, _ in commands}
    for turn in range(runs + 1):
        for name, command in commands:
            result = measured(command)
            if turn:
                results[name].append(result)
    own = statistics.median(cpu for cpu, _, _ in results["breachlint"])
    for name, _ in commands:
        cpu = statistics.median(cpu for cpu, _, _ in results[name])
        wall = statistics.median(wall for _, wall, _ in results[name])
        print(f"| {name:<22} | {cpu:8.4f} | {wall:8.4f} | {cpu / own:16.2f} | {results[name][0][2]:>4} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--install", action="store_true")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--drafts", type=int, default=1000)
    arguments = parser.parse_args()
    if arguments.install:
        install()
    subprocess.run(["cargo", "build", "--release", "-q"], cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        folder = scratch / "yaml"
        folder.mkdir()
        files = list(drafts(folder, arguments.drafts))
        twins = scratch / "json"
        twins.mkdir()
        own = ROOT / "target" / "release" / "breachlint"
        for path in files:
            twin = subprocess.run([own, "normalize", path, "--to", "json", "--as-of", "2026-03-01"], capture_output=True, check=True).stdout
            (twins / (path.stem + ".json")).write_bytes(twin)
        json_files = sorted(twins.glob("*.json"))

        def commands(yaml, json_):
            yield "breachlint", [own, "check", "--as-of", "2026-03-01", "--format", "concise", *yaml]
            yield "breachlint (JSON)", [own, "check", "--as-of", "2026-03-01", "--format", "concise", *json_]
            peers = [
                ("check-jsonschema", PEERS / "venv/bin/check-jsonschema", ["--schemafile", SCHEMA, *yaml]),
                ("ajv-cli", PEERS / "node_modules/.bin/ajv", ["validate", "--spec=draft2020", "--strict=false", "-c", "ajv-formats", "-s", SCHEMA, *(f"-d{path}" for path in yaml)]),
                ("jsonschema-cli", PEERS / "bin/jsonschema-cli", ["validate", SCHEMA, *(part for path in yaml for part in ("-i", path))]),
                ("sourcemeta", sourcemeta(), ["validate", SCHEMA, *yaml]),
                ("jsonschema-cli (JSON)", PEERS / "bin/jsonschema-cli", ["validate", SCHEMA, *(part for path in json_ for part in ("-i", path))]),
            ]
            for name, program, words in peers:
                if program.exists():
                    yield name, [program, *words]
                else:
                    print(f"{name} is not installed: left out (--install fetches it)", file=sys.stderr)

        one = list(commands(files[:1], json_files[:1]))
        table("One draft, cold start", [("true", [shutil.which("true")]), *one], max(arguments.runs, 9))
        table(f"{len(files)} drafts", list(commands(files, json_files)), arguments.runs)
    print(f"\n{os.cpu_count()} processors, {os.uname().machine}, {time.strftime('%Y-%m-%d')}; {json.loads(SCHEMA.read_text())['title']}")


if __name__ == "__main__":
    main()
