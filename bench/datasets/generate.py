#!/usr/bin/env python3
"""Writes invented rows in the shape of the portal's export, from a fixed seed.

    python3 bench/datasets/generate.py ROWS FILE

About 5 % of the rows have a fault, 40 % a description of 300 to 1,500 characters with commas, doubled quotes and line breaks. Every
entity is made up. The same number of rows gives the same bytes everywhere.
"""

import random
import sys

HEADER = (
    "Name of Covered Entity,State,Covered Entity Type,Individuals Affected,Breach Submission Date,Type of Breach,"
    "Location of Breached Information,Business Associate Present,Web Description\n"
)
FIRST = ["Old Mill", "Harbor", "Ninebark", "Stone Creek", "Lakeview", "Prairie", "Cedar Hollow", "Two Rivers", "Elm Street", "Northgate"]
SECOND = ["Family Clinic", "Medical Group", "Dental Care", "Hospital", "Pharmacy", "Eye Center", "Surgery Center", "Health", "Pediatrics"]
PLAN = ["Health Plan", "Benefit Plan", "Insurance Company", "Employee Health Plan"]
VENDOR = ["Billing Services", "Data Systems", "Records Management", "Claims Processing"]
STATES = ["AL", "AZ", "CA", "CO", "FL", "GA", "IL", "MA", "MD", "MI", "MN", "NC", "NJ", "NY", "OH", "OR", "PA", "TN", "TX", "VA", "WA", "PR"]
CASES = [
    # type, location, weight, how it began
    ("Hacking/IT Incident", "Network Server", 30, [
        "An unknown outsider gained access to the network of the covered entity (CE), {name}, and encrypted files on a server with ransomware",
        "The CE found that malware had been installed on a network server that held the information of its patients",
    ]),
    ("Hacking/IT Incident", "Email", 25, [
        "Several employees answered a phishing email, and an outsider used their email accounts for nine days",
        "An unauthorized person gained access to the mailbox of an employee of {name} after a phishing attack",
    ]),
    ("Unauthorized Access/Disclosure", "Paper/Films", 12, [
        "A mailing vendor put letters into the wrong envelopes, so that individuals received the statements of others",
        "An employee handed paper records to the wrong patient",
    ]),
    ("Unauthorized Access/Disclosure", "Email", 10, [
        "A workforce member sent an email with an unencrypted list of patients to the wrong recipient",
        "A staff member mistakenly emailed a spreadsheet to other patients of the practice",
    ]),
    ("Theft", "Laptop", 8, [
        "An unencrypted laptop computer was stolen from the car of an employee",
        "A thief broke into the office and took a laptop that held records of patients",
    ]),
    ("Loss", "Paper/Films", 5, ["A box of paper records was lost while it was moved to the storage facility"]),
    ("Improper Disposal", "Paper/Films", 5, ["Paper records were thrown into a dumpster behind the office without being shredded"]),
    ("Theft", "Desktop Computer, Paper/Films", 3, ["Burglars took desktop computers and a cabinet with paper records from the office"]),
    ("Hacking/IT Incident", "Desktop Computer, Email, Network Server", 2, [
        "An outsider deployed malware on workstations and servers and read the email of two employees",
    ]),
]
MIDDLE = [
    "The breach affected {count} individuals",
    "The protected health information (PHI) involved included names, addresses, dates of birth, and clinical information",
    "The CE notified HHS, the affected individuals, and the media, and offered \"credit monitoring\" free of charge",
    "Following the breach, the CE \"reset\" all passwords, and trained its workforce anew",
    "The types of PHI involved were demographic, financial, and clinical",
    "Upon discovering the breach, the CE filed a police report, changed its locks, and revised its policies",
    "OCR obtained assurances that the CE implemented the corrective actions listed above",
    "The CE improved its safeguards, policies, and procedures, and retrained staff",
    "As a result of OCR's investigation, the CE completed a risk analysis, and adopted a risk management plan",
    "The CE's business associate agreement was in place, and was amended",
]


def cell(text):
    return '"' + text.replace('"', '""') + '"'


def text(rng, start, name, count):
    wanted = rng.randint(300, 1500)
    parts = [start.format(name=name)]
    length = len(parts[0])
    while length < wanted:
        part = rng.choice(MIDDLE).format(count=f"{count:,}")
        parts.append(part)
        length += len(part) + 2
    breaks = rng.random() < 0.3
    out = parts[0]
    for index, part in enumerate(parts[1:]):
        out += ("." + ("\n" if breaks and index % 4 == 3 else " ")) + part
    return out[:1499] + "."


def rows(count, seed=2026):
    rng = random.Random(seed)
    weights = [case[2] for case in CASES]
    for number in range(count):
        kind = rng.choices(["Healthcare Provider", "Business Associate", "Health Plan"], [72, 15, 13])[0]
        last = {"Healthcare Provider": SECOND, "Business Associate": VENDOR, "Health Plan": PLAN}[kind]
        name = f"{rng.choice(FIRST)} {rng.choice(last)} {number}"
        cause, location, _, starts = rng.choices(CASES, weights)[0]
        people = rng.randint(502, 90_000)
        associate = "Yes" if kind == "Business Associate" or rng.random() < 0.2 else "No"
        date = f"{rng.randint(1, 12):02}/{rng.randint(1, 28):02}/{rng.randint(2015, 2025)}"
        state = rng.choice(STATES)
        description = text(rng, rng.choice(starts), name, people) if rng.random() < 0.4 else ""
        digits = str(people)
        if rng.random() < 0.05:
            fault = rng.randrange(8)
            if fault == 0:
                state = ""
            elif fault == 1:
                digits = "500"
            elif fault == 2:
                digits = f"{people:,}"
            elif fault == 3:
                name = f" {name}  "
            elif fault == 4:
                location = "Paper"
            elif fault == 5:
                cause = "Hacking"
            elif fault == 6:
                description = "\\N"
            else:
                date = "13/45/2019"
        yield ",".join(map(cell, (name, state, kind, digits, date, cause, location, associate, description))) + "\n"


def write(path, count):
    with open(path, "w", encoding="utf-8", newline="") as out:
        out.write(HEADER)
        out.writelines(rows(count))


if __name__ == "__main__":
    write(sys.argv[2], int(sys.argv[1]))
