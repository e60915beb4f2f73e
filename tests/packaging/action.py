"""Runs the shell steps of action.yml as the runner does: inputs by env, outputs by file. Prints the outputs; exits as the last step."""

import os
import re
import subprocess
import sys
import tempfile

import yaml


def main() -> int:
    action_path, given = sys.argv[1], dict(argument.split("=", 1) for argument in sys.argv[2:])
    with open(os.path.join(action_path, "action.yml"), encoding="utf-8") as file:
        action = yaml.safe_load(file)
    known = {name: spec.get("default", "") for name, spec in action["inputs"].items()}
    unknown = set(given) - set(known)
    if unknown:
        raise SystemExit(f"no such input: {unknown}")
    context = {f"inputs.{name}": given.get(name, default) for name, default in known.items()}
    context["github.action_path"] = action_path

    def filled(text: str) -> str:
        return re.sub(r"\$\{\{\s*([\w.-]+)\s*\}\}", lambda found: context[found.group(1)], str(text))

    with tempfile.TemporaryDirectory() as temp:
        summary = os.path.join(temp, "summary")
        for number, step in enumerate(action["runs"]["steps"]):
            if "${{" in step["run"]:
                raise SystemExit("an expression inside a script can be injected into; pass it by env")
            output = os.path.join(temp, f"output-{number}")
            env = os.environ | {"RUNNER_TEMP": temp, "GITHUB_OUTPUT": output, "GITHUB_STEP_SUMMARY": summary}
            env |= {name: filled(value) for name, value in step.get("env", {}).items()}
            code = subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]], env=env, check=False).returncode
            if os.path.exists(output):
                with open(output, encoding="utf-8") as file:
                    for line in file:
                        name, value = line.rstrip("\n").split("=", 1)
                        context[f"steps.{step.get('id')}.outputs.{name}"] = value
            if code != 0:
                break
        for name, spec in action["outputs"].items():
            print(f"output {name}={filled(spec['value'])}")
        if os.path.exists(summary):
            with open(summary, encoding="utf-8") as file:
                print("summary of", sum(1 for _ in file), "lines")
    return code


sys.exit(main())
