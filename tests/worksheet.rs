//! The worksheet of a draft or log: every question in the portal's order, every option, what is chosen, what is empty, what was found.
#![allow(clippy::disallowed_methods, clippy::expect_used, reason = "tests read files, and fail loudly")]

mod support;

use breachlint::report::{Asked, Fact};
use breachlint::schema;
use support::overlay::overlay;
use support::run::{Run, base, command, folder, put};
use tempfile::TempDir;

fn place(files: &[(&str, &str)]) -> TempDir {
    let place = folder();
    for (name, text) in files {
        put(place.path(), name, text.as_bytes());
    }
    place
}

fn worksheet(place: &TempDir, arguments: &[&str]) -> Run {
    let all = [&["worksheet"], arguments, &["--as-of", "2026-03-10"]].concat();
    command(&all).current_dir(place.path()).output().expect("the binary runs").into()
}

fn page(text: &str) -> String {
    let place = place(&[("draft.yaml", text)]);
    let run = worksheet(&place, &["draft.yaml", "-o", "out.html"]);
    assert!(run.code < Some(2) && run.out.is_empty(), "{}", run.err);
    std::fs::read_to_string(place.path().join("out.html")).expect("the page")
}

fn markdown(text: &str) -> String {
    let run = worksheet(&place(&[("draft.yaml", text)]), &["draft.yaml"]);
    assert!(run.code < Some(2), "{}", run.err);
    run.out
}

/// What stands below the question `title`, up to the next one.
fn below<'t>(text: &'t str, title: &str) -> &'t str {
    let head = format!("\n**{title}**");
    let start = text.find(&head).unwrap_or_else(|| panic!("{title} in {text}")) + head.len();
    let rest = &text[start..];
    let ends = ["\n**", "\n### ", "\n#### "].iter().filter_map(|end| rest.find(end));
    &rest[..ends.min().unwrap_or(rest.len())]
}

#[test]
fn every_option_of_every_question_is_listed_and_the_chosen_ones_are_ticked() {
    let text = markdown(&base("full"));
    let mut listed = 0;
    for &fact in Fact::ALL.iter().filter(|fact| fact.asked() == Asked::Portal) {
        let options = schema::current_options(fact.path());
        let applies = text.contains(&format!("\n**{}**", schema::title(fact.path())));
        if fact == Fact::Filer || options.is_empty() || options.len() > 20 || !applies || schema::is_yes_no(fact.path()) {
            continue;
        }
        let part = below(&text, schema::title(fact.path()));
        for label in options {
            let label = label.replace('#', "\\#");
            assert!(part.contains(&format!("- [ ] {label}\n")) ^ part.contains(&format!("- [x] {label}\n")), "{label} of {part}");
            listed += 1;
        }
    }
    assert!(listed > 50, "{listed} options");
    let ticked: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("- [x] ")).collect();
    assert!(
        ticked.contains(&"Hacking/IT Incident") && ticked.contains(&"Email") && ticked.contains(&"500 or More Individuals"),
        "{ticked:?}"
    );
    assert!(!ticked.contains(&"Theft") && !ticked.contains(&"Laptop"), "{ticked:?}");
    assert_eq!(below(&text, "Was Media Notice Required?"), " (required) · choose one\n\n- [x] Yes\n- [ ] No\n");
    assert_eq!(below(&text, "Was Substitute Notice Required?"), " (required) · choose one\n\n- [ ] Yes\n- [x] No\n");
    assert!(!text.contains("Part 2 Program filing"), "the other form's roles are no options");
}

#[test]
fn screens_follow_the_portal_and_days_are_as_it_wants_them() {
    let text = markdown(&base("full"));
    let screens: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("### ")).filter(|line| line.contains(". ")).collect();
    assert_eq!(screens, ["1. General", "2. Contact", "3. Breach", "4. Notice of Breach and Actions Taken", "5. Attestation"]);
    assert_eq!(below(&text, "Breach Start Date"), " (required)\n\n```text\n01/12/2026\n```\n");
    assert_eq!(below(&text, "Discovery End Date"), " (required)\n\n```text\n01/21/2026\n```\n");
    assert_eq!(below(&text, "Approximate Number of Individuals Affected by the Breach"), " (required)\n\n```text\n1204\n```\n");
    assert!(below(&text, "State").contains("MD (Maryland)"));
    // What the portal does not ask stands apart.
    let breach = text.split("### 3. Breach").nth(1).and_then(|rest| rest.split("### 4.").next()).expect("a screen");
    let (asked, kept) = breach.split_once("#### Not asked by the portal").expect("answers that are kept");
    assert!(asked.contains("Type of Breach") && kept.contains("MD 1121, PA 58, VA 25") && !asked.contains("Residents"), "{breach}");
    // Deadlines stand on top.
    let top = text.split("### 1.").next().expect("a top");
    assert!(top.contains("| 2026-03-21 | report to HHS (500 or more) | 11 days left |"), "{top}");
}

#[test]
fn an_unread_answer_is_shown_as_it_stands_and_nothing_is_guessed() {
    let text = base("full")
        .replace("  end_date: 2026-01-14", "  end_date: 1/14/2026")
        .replace("discovery_start_date: 2026-01-20", "discovery_start_date: 3/4/2026")
        .replace("individuals_affected: 1204", "individuals_affected: \"0501\"")
        .replace("type: Hacking/IT Incident", "type: Cyberattack");
    let text = markdown(&text);
    assert!(below(&text, "Breach End Date").contains("01/14/2026"), "no month has the number 14");
    assert!(below(&text, "Discovery Start Date").contains("Not read for certain:\n\n```text\n3/4/2026\n```"));
    assert!(
        below(&text, "Approximate Number of Individuals Affected by the Breach").contains("Not read for certain:\n\n```text\n0501\n```")
    );
    let kind = below(&text, "Type of Breach");
    assert!(kind.contains("No answer of the form's list:\n\n```text\nCyberattack\n```") && !kind.contains("[x]"), "{kind}");
    // The quoted block ends the question: what was found stands right below it.
    assert!(text.contains("> **Must fix** BR006 \"Cyberattack\" is no type of breach"), "{text}");
}

#[test]
fn what_is_empty_and_required_is_marked_with_what_was_found() {
    let draft = overlay(
        &base("full"),
        "covered_entity:\n  city:\n  contact:\n    email:\nbreach:\n  individuals_affected:\n  description:\nnotice:\n  individual_notice_start_date:\n",
    );
    let text = markdown(&draft);
    for title in [
        "City",
        "Email",
        "Approximate Number of Individuals Affected by the Breach",
        "Brief Description of the Breach",
        "Individual Notice Provided Start Date",
    ] {
        let head = format!("\n**{title}** (required)\n\n**Empty: the portal asks for an answer.**\n\n> **");
        assert!(text.contains(&head), "{title}: {text}");
    }
    assert!(
        text.contains("**Empty: the portal asks for an answer.**\n\n> **Must fix** BR302 the number of individuals affected is missing.")
    );
    assert_eq!(below(&text, "Street Address Line 2"), "\n\n```text\nSuite 210\n```\n");
    // Of a new draft, each screen has empty answers, and no question that cannot apply yet.
    let place = folder();
    let run: Run = command(&["new", "-o", "new.yaml"]).current_dir(place.path()).output().expect("the binary runs").into();
    assert_eq!(run.code, Some(0));
    let run = worksheet(&place, &["new.yaml"]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.matches("**Empty: the portal asks for an answer.**").count() > 20, "{}", run.out);
    assert!(!run.out.contains("Other Location") && !run.out.contains("Breach Tracking Number"), "{}", run.out);
}

#[test]
fn a_text_has_its_length() {
    let text = markdown(&base("full"));
    let value: serde_json::Value = serde_yaml::from_str(&base("full")).expect("YAML");
    let length = value["breach"]["description"].as_str().expect("a text").trim().chars().count();
    assert!(text.contains(&format!("\n{length} characters of 4000; that limit of the portal is not confirmed\n")), "{text}");
    let long = "The bag with the notebook was never found. ".repeat(95);
    let draft = base("full").replace("  description: >-\n", &format!("  description: >-\n    {long}\n"));
    assert!(markdown(&draft).contains("is not confirmed. It may be cut off"), "beyond the limit");
}

#[test]
fn the_page_shows_all_says_so_needs_no_script_and_prints_by_screens() {
    let draft = base("full").replace("name: Merrowdale Family Practice", "name: \"<script>alert(1)</script> Practice\"");
    let page = page(&draft);
    assert!(!page.contains("<script") && page.contains("&lt;script&gt;alert(1)&lt;/script&gt; Practice"));
    assert!(page.contains("default-src 'none'") && !page.contains("http://") && !page.contains("https://"));
    assert!(page.contains("shows every answer of the draft, contact answers included") && page.contains("301-555-0142"));
    assert!(page.contains(".screen + .screen { break-before: page") && page.contains(".sheet + .sheet { break-before: page"));
    let depth = |tag: &str| (page.matches(&format!("<{tag}")).count(), page.matches(&format!("</{tag}>")).count());
    for tag in ["section", "ul", "table", "main", "html", "body", "pre"] {
        let (open, closed) = depth(tag);
        assert_eq!(open, closed, "{tag}");
    }
    // A box alone says nothing to a screen reader.
    assert_eq!(page.matches("☑ ").count(), page.matches("(chosen)").count());
    assert_eq!(page.matches("☐ ").count(), page.matches("(not chosen)").count());
    let mut levels = page.match_indices("<h").filter_map(|(at, _)| page[at + 2..].chars().next()?.to_digit(10));
    let mut last = levels.next().expect("a heading");
    for level in levels {
        assert!(level <= last + 1, "a heading of level {level} below one of level {last}");
        last = level;
    }
}

#[test]
fn backticks_in_a_text_do_not_end_its_block() {
    let draft = base("full").replace("name: Merrowdale Family Practice", "name: \"Merrowdale ``` Practice\"");
    assert!(markdown(&draft).contains("````text\nMerrowdale ``` Practice\n````"));
}

#[test]
fn each_report_and_each_row_has_a_sheet() {
    let several = format!("{}---\n{}", base("full"), base("small"));
    let log = "filing.filer,covered_entity.name,breach.affecting,breach.discovery_start_date,breach.type\n\
        Covered Entity filing for its own organization,Saltmarsh Dental Group,Fewer Than 500 Individuals,2025-11-03,Theft\n\
        Covered Entity filing for its own organization,Old Mill Clinic,Fewer Than 500 Individuals,2025-12-04,Loss\n";
    let place = place(&[("several.yaml", &several), ("log.csv", log)]);
    for (file, names) in [
        ("several.yaml", ["Merrowdale", "Cobblewick"]),
        ("log.csv", ["Saltmarsh Dental Group: log.csv row 1 (line 2)", "Old Mill Clinic: log.csv row 2 (line 3)"]),
    ] {
        let run = worksheet(&place, &[file, "-o", "out.html"]);
        assert!(run.err.contains("2 sheets in out.html"), "{}", run.err);
        let page = std::fs::read_to_string(place.path().join("out.html")).expect("the page");
        assert_eq!(page.matches("<section class=\"sheet\"").count(), 2);
        assert!(names.iter().all(|name| page.contains(name)), "{names:?}");
        assert!(page.contains("href=\"#breach-2\""), "a list of them");
    }
    // A row is held to the whole form: what the log has no column for is still to be keyed in.
    let run = worksheet(&place, &["log.csv"]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("**City** (required)\n\n**Empty: the portal asks for an answer.**"), "{}", run.out);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = place.path().join("out.html").metadata().expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn an_associate_has_a_block_for_each_covered_entity_with_its_own_findings() {
    let draft = base("associate");
    let text = markdown(&draft);
    let blocks: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("#### ")).collect();
    assert!(blocks.starts_with(&["Covered Entity 1 of 2", "Covered Entity 2 of 2", "Business Associate"]), "{blocks:?}");
    let second = draft.rfind("    city:").expect("the second city");
    let line = draft[second..].find('\n').expect("a line") + second;
    let text = markdown(&format!("{}    city:{}", &draft[..second], &draft[line..]));
    let (first, rest) = text.split_once("#### Covered Entity 2 of 2").expect("two blocks");
    assert!(!first.split("#### Covered Entity 1 of 2").nth(1).expect("a block").contains("asks for an answer"), "{first}");
    assert!(rest.contains("**City** (required)\n\n**Empty: the portal asks for an answer.**\n\n> **Must fix** BR004"), "{rest}");
}

#[test]
fn what_cannot_be_a_worksheet_leaves_no_file() {
    let export = "Name of Covered Entity,State,Covered Entity Type,Individuals Affected,Breach Submission Date,Type of Breach,\
        Location of Breached Information,Business Associate Present,Web Description\nOld Mill Clinic,MD,Healthcare Provider,501,02/03/2020,Theft,Laptop,No,\n";
    let place = place(&[("export.csv", export), ("empty.yaml", "# nothing\n"), ("full.yaml", &base("full"))]);
    for (arguments, code) in [
        (["export.csv", "-o", "out.html"], 3),
        (["empty.yaml", "-o", "out.html"], 3),
        (["none.yaml", "-o", "out.html"], 3),
        (["full.yaml", "-o", "out.txt"], 2),
        (["full.yaml", "-o", "full.yaml"], 2),
    ] {
        let run = worksheet(&place, &arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(code), ""), "{arguments:?}: {}", run.err);
    }
    let left: Vec<_> = std::fs::read_dir(place.path()).expect("a folder").flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(left.len(), 3, "{left:?}");
}

#[test]
fn the_configuration_holds() {
    let draft = overlay(&base("full"), "breach:\n  location:\n    - Email\n    - Laptop\n    - Desktop Computer\n");
    let config = "fail_on = \"warning\"\nas_of = 2026-03-15\n";
    let place = place(&[("draft.yaml", &draft), ("breachlint.toml", config)]);
    let run: Run = command(&["worksheet", "draft.yaml"]).current_dir(place.path()).output().expect("the binary runs").into();
    assert_eq!(run.code, Some(1), "a warning fails");
    assert!(run.out.contains("Judged on 2026-03-15") && run.out.contains("> **Verify** BR412"), "{}", run.out);
    put(place.path(), "breachlint.toml", b"fail_on = \"warning\"\n[levels]\nwarnings = \"off\"\n");
    let run: Run = command(&["worksheet", "draft.yaml"]).current_dir(place.path()).output().expect("the binary runs").into();
    assert_eq!(run.code, Some(2), "it is read strictly: {}", run.err);
}
