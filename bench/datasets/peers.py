"""The same work as far as each peer can express it: vocabulary, dates, counts, cross-field checks, keywords, canonical output.

    python3 bench/datasets/peers.py duckdb|polars IN OUT

Neither explains a change, keeps rejects or knows where a finding stands; what they do is less than what breachlint does.
"""

import sys

TYPES = ["Hacking/IT Incident", "Improper Disposal", "Loss", "Other", "Theft", "Unauthorized Access/Disclosure", "Unknown"]
WORDS = [
    "phishing", "ransomware", "malware", "hack", "server", "email", "laptop", "stolen", "theft", "lost", "mail", "paper", "dispos", "dumpster",
    "employee", "vendor", "business associate", "encrypt", "unencrypted", "desktop",
]


def duckdb_work(source, target):
    import duckdb

    connection = duckdb.connect()
    connection.execute("SET threads TO 2")
    words = ", ".join(f"contains(lower(text), '{word}')" for word in WORDS)
    types = ", ".join(f"'{name}'" for name in TYPES)
    notation = "(FORMAT JSON)" if target.endswith(".ndjson") else "(FORMAT CSV, HEADER)"
    connection.execute(f"""
        COPY (
            WITH cells AS (
                SELECT trim(regexp_replace("Name of Covered Entity", '\\s+', ' ', 'g')) AS covered_entity,
                    nullif(trim("State"), '') AS state, trim("Covered Entity Type") AS kind,
                    TRY_CAST(replace("Individuals Affected", ',', '') AS BIGINT) AS individuals,
                    TRY_CAST(TRY_STRPTIME("Breach Submission Date", '%m/%d/%Y') AS DATE) AS submitted,
                    trim("Type of Breach") AS type,
                    array_to_string(list_sort(string_split("Location of Breached Information", ', ')), ', ') AS location,
                    "Business Associate Present" AS associate, nullif(trim("Web Description"), '\\N') AS text
                FROM read_csv('{source}', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"', parallel = false)
            )
            SELECT hash(lower(covered_entity), submitted) AS record_id, *,
                (state IS NULL)::INT + (individuals IN (500, 501))::INT + (individuals IS NULL)::INT + (submitted IS NULL)::INT
                + (type NOT IN ({types}))::INT + (type LIKE 'Hacking%' AND location = 'Paper/Films')::INT
                + (type = 'Theft' AND location = 'Email')::INT + (kind = 'Business Associate' AND associate = 'No')::INT AS faults,
                list_sum(list_value({words})::INT[]) AS evidence
            FROM cells
        ) TO '{target}' {notation}
    """)


def polars_work(source, target):
    import polars as pl

    cell = pl.col
    text = cell("Web Description").str.strip_chars()
    lower = text.str.to_lowercase()
    frame = pl.scan_csv(source, infer_schema=False).select(
        cell("Name of Covered Entity").str.strip_chars().str.replace_all(r"\s+", " ").alias("covered_entity"),
        cell("State").str.strip_chars().alias("state"),
        cell("Covered Entity Type").str.strip_chars().alias("kind"),
        cell("Individuals Affected").str.replace_all(",", "").cast(pl.Int64, strict=False).alias("individuals"),
        cell("Breach Submission Date").str.to_date("%m/%d/%Y", strict=False).alias("submitted"),
        cell("Type of Breach").str.strip_chars().alias("type"),
        cell("Location of Breached Information").str.split(", ").list.sort().list.join(", ").alias("location"),
        cell("Business Associate Present").alias("associate"),
        pl.when(text == "\\N").then(None).otherwise(text).alias("text"),
        sum((lower.str.contains(word, literal=True).cast(pl.Int32) for word in WORDS), pl.lit(0)).alias("evidence"),
    )
    frame = frame.with_columns(
        cell("covered_entity").str.to_lowercase().hash().alias("record_id"),
        (
            (cell("state").fill_null("") == "").cast(pl.Int32)
            + cell("individuals").is_in([500, 501]).cast(pl.Int32)
            + cell("individuals").is_null().cast(pl.Int32)
            + cell("submitted").is_null().cast(pl.Int32)
            + (~cell("type").is_in(TYPES)).cast(pl.Int32)
            + ((cell("type") == TYPES[0]) & (cell("location") == "Paper/Films")).cast(pl.Int32)
            + ((cell("kind") == "Business Associate") & (cell("associate") == "No")).cast(pl.Int32)
        ).alias("faults"),
    )
    if target.endswith(".ndjson"):
        frame.sink_ndjson(target)
    else:
        frame.sink_csv(target)


if __name__ == "__main__":
    {"duckdb": duckdb_work, "polars": polars_work}[sys.argv[1]](sys.argv[2], sys.argv[3])
