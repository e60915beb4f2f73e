# Every recipe is a plain cargo line; `just` only saves typing.

# What CI runs
ready:
    bash .ci/run

# Renew generated files and expected outputs; then read the diff
bless:
    BLESS=1 cargo test

# Run the examples of some rules, by code prefix: just rules BR2,BR30
rules PREFIXES:
    RULES={{PREFIXES}} cargo test --test rules

# Show a rule's page
show CODE:
    cargo run -q -- explain {{CODE}}

# Check a real export in the developer's own folder: just data path/to/export.csv
data FILE:
    cargo run --release -q -- check {{FILE}}

# Test hooks, wheel and action as their users meet them; fetches the tools once
packaging:
    bash tests/packaging/run.sh

# Time the stages
bench:
    cargo bench
