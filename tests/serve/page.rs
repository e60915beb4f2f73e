//! The page as a browser without script meets it: forms are posted, and the answer is the whole page.

use crate::server::{Answer, Server};
use crate::support::run::{base, folder, put, run};

/// The fields of the form on a page, as a browser would post them.
fn fields(page: &Answer) -> Vec<(String, String)> {
    // The page is XML but for its void elements and flags.
    let html = page.body.split("<form id=\"form\"").nth(1).and_then(|rest| rest.split("</form>").next()).expect("a form");
    let mut fields = Vec::new();
    let attribute = |tag: &str, name: &str| {
        let rest = tag.split(&format!(" {name}=\"")).nth(1)?;
        Some(unescaped(rest.split('"').next()?))
    };
    let mut select = String::new();
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("a tag");
        let name = attribute(tag, "name");
        match tag.split(' ').next().expect("a name") {
            "input" => {
                let ticked = tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"");
                if !ticked || tag.ends_with(" checked") {
                    fields.push((name.expect("a name"), attribute(tag, "value").unwrap_or_default()));
                }
            }
            "select" => select = name.expect("a name"),
            "option" if tag.ends_with(" selected") => fields.push((select.clone(), attribute(tag, "value").unwrap_or_default())),
            "textarea" => fields.push((name.expect("a name"), unescaped(text.strip_prefix('\n').unwrap_or(text)))),
            _ => {}
        }
    }
    fields
}

fn unescaped(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// `fields` with another answer to one question.
fn with<'f>(fields: &'f [(String, String)], name: &'f str, value: &'f str) -> Vec<(&'f str, &'f str)> {
    let others = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).filter(|(known, _)| *known != name);
    others.chain([(name, value)]).collect()
}

fn pairs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

fn verdict(page: &Answer) -> String {
    assert_eq!(page.status, 200);
    let rest = page.body.split("id=\"verdict\"").nth(1).and_then(|rest| rest.split_once('>')).expect("a verdict").1;
    let mut text = String::new();
    let mut in_tag = false;
    for letter in rest.split("</p>").next().expect("a verdict").chars() {
        match letter {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if !in_tag => text.push(letter),
            _ => {}
        }
    }
    text.trim_start_matches(['✗', '✓', '!', ' ']).to_owned()
}

#[test]
fn every_base_report_goes_through_the_form_and_comes_out_the_same() {
    let server = Server::start();
    let scratch = folder();
    for name in ["full", "small", "plan", "associate", "for_associate", "delay", "addendum", "part2"] {
        let page = server.post_form("open", &[("text", &base(name))]);
        let own = put(scratch.path(), "own.yaml", base(name).as_bytes());
        let saved = server.post_form("download/draft", &pairs(&fields(&page)));
        assert_eq!(saved.header("content-disposition"), Some("attachment; filename=\"breach-report.yaml\""));
        let saved = put(scratch.path(), "saved.yaml", saved.body.as_bytes());
        let canonical = |path: &std::path::Path| run(&["normalize", path.to_str().expect("a path"), "--as-of", "2026-03-01"]).out;
        assert!(!canonical(&own).is_empty());
        assert_eq!(canonical(&saved), canonical(&own), "{name}");
        let printed = run(&["check", saved.to_str().expect("a path"), "--isolated", "--as-of", "2026-03-01"]).out;
        let printed = printed.lines().next().expect("a verdict").split_once(": ").expect("a verdict").1.to_owned();
        assert_eq!(verdict(&page), printed, "{name}: the page and the command agree");
        assert_eq!(verdict(&server.post_form("", &pairs(&fields(&page)))), printed, "{name}: posted again");
    }
}

#[test]
fn nothing_is_held_against_an_empty_form() {
    let server = Server::start();
    let page = server.get("");
    assert_eq!(verdict(&page), "Nothing is answered yet. Fill in the form, or open a draft.");
    assert!(
        verdict(&server.post_form("", &with(&fields(&page), "covered_entity[0].name", "Old Mill Clinic")))
            .starts_with("NOT READY TO FILE: ")
    );
}

#[test]
fn a_fix_is_made_and_nothing_else_changes() {
    let server = Server::start();
    let bad = base("full").replace("Hacking/IT Incident", "Cyberattack");
    let page = server.post_form("open", &[("text", &bad)]);
    assert!(verdict(&page).starts_with("NOT READY TO FILE: 1 to fix"), "{}", verdict(&page));
    assert!(page.body.contains("<button name=\"fix\" value=\"BR006@breach.type\">"));
    let fixed = server.post_form("", &with(&fields(&page), "fix", "BR006@breach.type"));
    assert!(verdict(&fixed).starts_with("NO BLOCKING FAULT FOUND"), "{}", verdict(&fixed));
    assert!(
        fixed.body.contains("Done: use the form&#39;s term") || fixed.body.contains("Done: use the form's term"),
        "it says what it did"
    );
    let good = fields(&server.post_form("open", &[("text", &base("full"))]));
    assert_eq!(fields(&fixed), good);
}

#[test]
fn a_misspelt_question_is_kept_and_its_fix_still_fits() {
    let server = Server::start();
    let page = server.post_form("open", &[("text", &base("full").replace("individual_notice_start_date", "individual_notice_start_dat"))]);
    assert!(page.body.contains("They stay in it: <code>notice.individual_notice_start_dat</code>"));
    let fixed = server.post_form("", &with(&fields(&page), "fix", "BR003@notice.individual_notice_start_dat"));
    assert!(verdict(&fixed).starts_with("NO BLOCKING FAULT FOUND"), "{}", verdict(&fixed));
    assert!(fields(&fixed).contains(&("notice.individual_notice_start_date".to_owned(), "2026-02-24".to_owned())));
}

#[test]
fn what_the_file_alone_has_wrong_is_told() {
    let server = Server::start();
    let doubled = base("full").replace("  affecting:", "  type: Loss\n  affecting:");
    let page = server.post_form("open", &[("text", &doubled)]);
    assert!(page.body.contains("In the file itself") && page.body.contains("BR002"), "a key that stands twice");
    let broken = server.post_form("open", &[("text", "a letter, no report")]);
    assert!(broken.body.contains("could not be read as a draft"), "nothing in it is a report");
}

#[test]
fn contact_answers_are_in_the_form_and_in_no_finding() {
    let server = Server::start();
    let odd = base("full").replace("privacy@merrowdale.example.org", "privacy(at)merrowdale");
    let page = server.post_form("open", &[("text", &odd)]);
    assert_eq!(page.body.matches("privacy(at)merrowdale").count(), 1, "in its own field only");
    let report = server.post_form("download/report", &pairs(&fields(&page)));
    assert!(report.body.contains("Check before filing") && !report.body.contains("privacy(at)merrowdale"));
}

#[test]
fn the_clocks_go_into_a_calendar() {
    let server = Server::start();
    let page = server.post_form("open", &[("text", &base("full"))]);
    let mine = fields(&page);
    let calendar = server.post_form("download/calendar", &pairs(&mine));
    assert_eq!(calendar.header("content-disposition"), Some("attachment; filename=\"breach-deadlines.ics\""));
    let names = |calendar: &Answer| calendar.body.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>();
    assert!(calendar.body.starts_with("BEGIN:VCALENDAR") && calendar.body.contains("20260321"), "the sixtieth day");
    assert!(names(&calendar).len() >= 2);
    let counted = server.post_form("download/calendar", &with(&mine, "breach.individuals_affected", "1300"));
    assert_eq!(names(&counted), names(&calendar), "the same report keeps its events");
    let other = server.post_form("download/calendar", &with(&mine, "covered_entity[0].name", "Old Mill Clinic"));
    assert!(names(&other).iter().all(|name| !names(&calendar).contains(name)), "another report has others");
}

#[test]
fn several_entities_are_added_and_taken_away() {
    let server = Server::start();
    let page = server.post_form("open", &[("text", &base("associate"))]);
    let two = fields(&page);
    let three = server.post_form("", &with(&two, "do", "add-entity"));
    assert!(three.body.contains("id=\"covered_entity[2]\"") && three.body.contains("Covered Entity 3"));
    let again = server.post_form("", &with(&fields(&three), "do", "remove-entity"));
    assert_eq!(fields(&again), two);
}

#[test]
fn a_log_is_listed_and_each_row_opens() {
    let server = Server::start();
    let log = "covered_entity.name,breach.type,breach.individuals_affected\nOld Mill Clinic,Loss,12\nNew Mill Clinic,Theft,7\n";
    let page = server.post("open?name=log.csv", "application/octet-stream", log.as_bytes());
    assert!(page.body.contains("log.csv: 2 reports"), "both rows are listed");
    assert!(page.body.contains("</strong>: New Mill Clinic, Theft"), "by what a person knows it");
    let row = page.body.split("name=\"text\" value=\"").nth(2).and_then(|rest| rest.split('"').next()).expect("the second row");
    let opened = server.post_form("open", &[("name", "Row 3.json"), ("text", &unescaped(row))]);
    assert!(fields(&opened).contains(&("covered_entity[0].name".to_owned(), "New Mill Clinic".to_owned())));
    let list = server.post(
        "open?name=list.csv",
        "application/octet-stream",
        b"covered_entity,individuals_affected,breach_type\nOld Mill Clinic,1204,Loss\n",
    );
    assert!(list.body.contains("<pre") && list.body.contains("1 records read"), "an export is counted");
}
