"""CPU time of `breachlint trends` with charts against `breachlint normalize` on one export, side by side; fails above a ratio of 2.

    python3 bench/trends/ratio.py target/release/breachlint all.csv
"""

import os
import resource
import subprocess
import sys
import tempfile

ROUNDS = 9


def cpu(command):
    """Seconds of user and system time; the run must not fail to read its input."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    code = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode
    if code != 0:
        sys.exit(f"{' '.join(command)} ended with {code}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    program, export = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        trends = [program, "trends", export, "--format", "html", "-o", os.path.join(folder, "trends.html")]
        normalize = [program, "normalize", export, "-o", os.path.join(folder, "canonical.csv")]
        pairs = [(cpu(trends), cpu(normalize)) for _ in range(ROUNDS)]
    ours, theirs = (min(times) for times in zip(*pairs))
    ratio = ours / theirs
    print(f"trends {ours * 1000:.0f} ms, normalize {theirs * 1000:.0f} ms, ratio {ratio:.2f}")
    sys.exit(ratio >= 2)


if __name__ == "__main__":
    main()
