//! One file through the whole flow: text to reports, faults and rules to located findings, clocks and a verdict. The one entry for every command.

mod among;

use chrono::NaiveDate;

use crate::document::{Document, Root, Scalar, Syntax};
use crate::finding::{Detail, Fault, Finding, Located, SetAside, Severity, Sink, SuppressionKind};
use crate::report::clock::{self, Deadline, Duty};
use crate::report::digest::Digests;
use crate::report::{Fact, FactSet, Reading, concealed};
use crate::rules::{Card, Companion, Engine, NotChecked, Relation, SourceKind, Spoken};
use crate::source::{At, Encoding, LARGEST_DRAFT, Locate, Source, Span};
use crate::suppress::{self, Judged};
use among::Among;

/// What is wanted of a run.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// The day on which reports are judged.
    pub as_of: NaiveDate,
}

/// What was found in one report.
#[derive(Debug, Clone)]
pub struct ReportOutcome {
    /// Which report of the file, from 1.
    pub number: usize,
    /// The findings, in the order of their places.
    pub findings: Vec<Located>,
    /// Findings that do not count, because somebody answers for them or the baseline knows them.
    pub set_aside: Vec<SetAside>,
    /// Every clock.
    pub deadlines: Vec<Deadline>,
    /// What was not checked, and why.
    pub not_checked: Vec<NotChecked>,
    /// The verdict.
    pub verdict: Verdict,
    /// What it was compared with.
    pub compared_with: Vec<Compared>,
    /// What shows to which other reports it belongs; none where no report could be read.
    pub card: Option<Card>,
}

/// Another report that one was compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// What it is to the one that was checked.
    pub relation: Relation,
    /// Its file, as a person named it.
    pub file: String,
    /// Which report of the file, from 1.
    pub number: usize,
    /// Where what the two have between them is said.
    pub told: Spoken,
}

/// The companions of report `number` (from 1) of the file that is checked.
pub(crate) type Companions<'c, 'r, 'a> = dyn Fn(usize) -> Vec<(Companion<'r, 'a>, Compared)> + 'c;

/// The one line that a filer reads first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Which it is.
    pub standing: Standing,
    /// Findings to fix.
    pub errors: usize,
    /// Findings to verify.
    pub warnings: usize,
    /// Findings to know.
    pub advice: usize,
    /// Findings that are suppressed, and counted nowhere else.
    pub suppressed: usize,
    /// Of the findings to fix, to verify and to know, those that the baseline knows.
    pub in_baseline: usize,
    /// Whether a clock has run out.
    pub late: bool,
    /// The next duty to HHS or the individuals that is not done, and the days left for it.
    pub due: Option<(NaiveDate, i64)>,
}

/// Where the report stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Something must be fixed.
    NotReady,
    /// Nothing must be fixed, and a clock has run out.
    Late,
    /// Nothing must be fixed. Whether the filing is ready is the filer's word.
    NoBlockingFault,
}

/// Everything found in one draft file.
#[derive(Debug)]
pub struct FileOutcome {
    /// The text, for excerpts.
    pub source: Source,
    /// Its reports, in their order. A file that holds none has one outcome that says so.
    pub reports: Vec<ReportOutcome>,
    /// Bytes that are shown to nobody.
    pub hidden: Vec<Span>,
    /// What the baseline knows of this file and was not found again, as code and path.
    pub vanished: Vec<String>,
    /// What its reports are compared with others by.
    pub digests: Digests,
}

/// Which notation a file is in, by its name and its first character.
pub fn syntax(name: &str, text: &str) -> Syntax {
    let json_name = name.rsplit('.').next().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    let yaml_name = name.rsplit('.').next().is_some_and(|ending| ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml"));
    let json_start = text.trim_start_matches('\u{feff}').trim_start().starts_with('{')
        || text.trim_start_matches('\u{feff}').trim_start().starts_with("[{");
    if json_name || (!yaml_name && json_start) { Syntax::Json } else { Syntax::Yaml }
}

/// The facts that a draft can carry.
pub fn draft_facts() -> FactSet {
    let mut facts = FactSet::NONE;
    for &fact in Fact::ALL {
        if fact != Fact::OcrNarrative {
            facts.insert(fact);
        }
    }
    facts
}

/// The rules for drafts.
pub fn draft_engine(as_of: NaiveDate) -> Engine {
    Engine::new(draft_facts(), as_of, SourceKind::Draft)
}

/// Checks every report of a draft file.
pub fn check(source: Source, engine: &Engine, settings: &Settings) -> FileOutcome {
    check_beside(source, engine, settings, &|_| Vec::new())
}

/// Checks every report of a draft file, each beside its companions.
pub(crate) fn check_beside(source: Source, engine: &Engine, settings: &Settings, companions: &Companions<'_, '_, '_>) -> FileOutcome {
    let mut reports = Vec::new();
    let mut hidden = Vec::new();
    let mut vanished = Vec::new();
    let mut digests = Digests::default();
    if source.text().len() > LARGEST_DRAFT {
        let empty = Source::decode(source.name(), Vec::new());
        let detail = Detail::Limit { which: "size of a draft in bytes", limit: LARGEST_DRAFT as u64, unread: "this file" };
        reports.push(faulty(&Document::read(&empty, Syntax::Yaml), engine, settings, &[Fault::new("BR015", At::value(0), detail)]));
        return FileOutcome { source: empty, reports, hidden, vanished, digests };
    }
    {
        let document = Document::read(&source, syntax(source.name(), source.text()));
        let mut faults = document.faults().to_vec();
        faults.extend(encoding_fault(&source));
        if document.faults().iter().any(|fault| matches!(fault.code, "BR001" | "BR015")) {
            // What was not read has no answers that could be masked one by one.
            hidden.extend(concealed(source.text()));
        }
        let roots = filled_roots(&document);
        let empty = document.roots().iter().filter(|root| root.whole && is_no_report(&document, **root));
        faults.extend(empty.map(|root| Fault::new("BR020", At::value(root.node), Detail::None)));
        if document.roots().iter().all(|root| is_null(&document, *root))
            && faults.iter().all(|fault| !matches!(fault.code, "BR001" | "BR015"))
        {
            faults.push(Fault::new("BR020", At::value(0), Detail::None));
        }
        if roots.is_empty() {
            reports.push(faulty(&document, engine, settings, &faults));
        }
        let by_report = faults_by_report(&document, &roots, &faults);
        let mut among = Among::default();
        for (index, (&root, own)) in roots.iter().zip(by_report).enumerate() {
            let (reading, outcome) = report(&document, root, index + 1, engine, settings, &own, companions(index + 1));
            if root.whole {
                among.take(index + 1, &reading.report);
            }
            reports.push(outcome);
            hidden.extend(reading.hidden.into_iter().flat_map(|at| document.extents(at)).filter(|span| !span.is_empty()));
        }
        digests = among.finish(&document, engine, &mut reports);
        if !roots.is_empty() && suppress::concerns(&source, engine) {
            vanished = settle(&document, &roots, engine, &mut reports);
        }
    }
    FileOutcome { source, reports, hidden, vanished, digests }
}

/// Sets findings of the file's reports aside, and counts the rest anew.
fn settle(document: &Document<'_>, roots: &[Root], engine: &Engine, reports: &mut [ReportOutcome]) -> Vec<String> {
    let mut judged: Vec<Judged> = reports
        .iter_mut()
        .zip(roots)
        .map(|(report, root)| Judged {
            findings: std::mem::take(&mut report.findings),
            set_aside: Vec::new(),
            start: document.node(root.node).span.start,
            undecided: report.not_checked.iter().flat_map(|lacking| lacking.codes.iter().copied()).collect(),
            whole: root.whole,
        })
        .collect();
    let vanished = suppress::settle(document, engine, &mut judged);
    for (report, judged) in reports.iter_mut().zip(judged) {
        (report.findings, report.set_aside) = (judged.findings, judged.set_aside);
        report.verdict.recount(&report.findings, &report.set_aside);
    }
    vanished
}

/// The faults of each report: those that stand between its start and the start of the next. What stands before the first is the first's.
fn faults_by_report(document: &Document<'_>, roots: &[Root], faults: &[Fault]) -> Vec<Vec<Fault>> {
    let starts: Vec<u32> = roots.iter().map(|root| document.node(root.node).span.start).collect();
    let mut own = vec![Vec::new(); roots.len()];
    for fault in faults {
        let start = document.span(fault.at).start;
        let after = starts.partition_point(|&other| other <= start);
        if let Some(own) = own.get_mut(after.saturating_sub(1)) {
            own.push(fault.clone());
        }
    }
    own
}

/// The roots that hold answers.
pub(crate) fn filled_roots(document: &Document<'_>) -> Vec<Root> {
    document.roots().iter().copied().filter(|&root| !is_null(document, root) && !is_no_report(document, root)).collect()
}

/// Whether nothing is written there: the file, or what stands between two document marks.
fn is_null(document: &Document<'_>, root: Root) -> bool {
    document.scalar(root.node) == Some(Scalar::Null)
}

/// Whether something is written there that is no report: a text, a number, a section or list without an entry.
fn is_no_report(document: &Document<'_>, root: Root) -> bool {
    let is_text = document.scalar(root.node).is_some_and(|scalar| scalar != Scalar::Null);
    is_text
        || document.entries(root.node).is_some_and(|entries| entries.is_empty())
        || document.items(root.node).is_some_and(<[u32]>::is_empty)
}

fn encoding_fault(source: &Source) -> Option<Fault> {
    let what = match source.encoding() {
        Encoding::Utf8 => return None,
        Encoding::Utf16 => "the file is UTF-16, not UTF-8",
        Encoding::Windows1252 => "the file is not UTF-8; it was read as Windows-1252",
    };
    // The whole file is meant; the first bad byte is where a person should look.
    let offset = u32::try_from(source.first_bad_byte().unwrap_or(0)).unwrap_or(u32::MAX);
    Some(Fault::new("BR011", At::file(offset, offset), Detail::Text { what, repaired: None, edits: Vec::new() }))
}

/// A file without a readable report.
fn faulty(document: &Document<'_>, engine: &Engine, settings: &Settings, faults: &[Fault]) -> ReportOutcome {
    let mut sink = Sink::default();
    engine.word(faults, &mut sink);
    let findings = locate(document, engine.findings(&mut sink));
    let verdict = verdict(&findings, &[], settings.as_of, false);
    let (deadlines, not_checked, compared_with) = (Vec::new(), Vec::new(), Vec::new());
    ReportOutcome { number: 1, findings, set_aside: Vec::new(), deadlines, not_checked, verdict, compared_with, card: None }
}

fn report<'d>(
    document: &'d Document<'_>,
    root: Root,
    number: usize,
    engine: &Engine,
    settings: &Settings,
    faults: &[Fault],
    companions: Vec<(Companion<'_, '_>, Compared)>,
) -> (Reading<'d>, ReportOutcome) {
    let (companions, mut compared_with): (Vec<_>, Vec<Compared>) = companions.into_iter().unzip();
    compared_with.retain(|other| other.told != Spoken::Nowhere);
    let (reading, found) = judge(document, root, engine, faults, &companions);
    let (mut deadlines, mut not_checked) = (Vec::new(), Vec::new());
    if root.whole {
        deadlines = clock::deadlines(&reading.report);
        let states = reading.report.states();
        not_checked = engine.not_checked(states, &found);
        not_checked.extend(engine.not_compared(&reading.report, states, &companions, &found));
    }
    let filed = reading.report.filing.submitted_on.get().is_some();
    let card = Some(Card::of(&reading.report));
    let findings = locate(document, found);
    let verdict = verdict(&findings, &deadlines, settings.as_of, filed);
    (reading, ReportOutcome { number, findings, set_aside: Vec::new(), deadlines, not_checked, verdict, compared_with, card })
}

/// One report read and judged. A report that was cut short is judged only by what stands there.
fn judge<'d>(
    document: &'d Document<'_>,
    root: Root,
    engine: &Engine,
    faults: &[Fault],
    companions: &[Companion<'_, '_>],
) -> (Reading<'d>, Vec<Finding>) {
    let reading = crate::report::read(document, root);
    let mut sink = Sink::default();
    engine.word(faults, &mut sink);
    engine.word(&reading.faults, &mut sink);
    if reading.misshapen {
        let mut shape = crate::schema::faults(document, root.node, &reading.spoken);
        shape.retain(|fault| {
            (root.whole || fault.code != "BR004") && !faults.iter().any(|known| known.at == fault.at || broke(known) == Some(fault.at))
        });
        engine.word(&shape, &mut sink);
    }
    if root.whole {
        engine.run(&reading.report, &mut sink);
        engine.run_pairs(&reading.report, companions, &mut sink);
    }
    let found = engine.findings(&mut sink);
    (reading, found)
}

/// What a syntax fault left unfinished, about which nothing more is said.
fn broke(fault: &Fault) -> Option<At> {
    match fault.detail {
        Detail::Broken { broke, .. } => broke,
        _ => None,
    }
}

/// Every report of `document` with its findings that count, for the stages that change it.
pub(crate) fn reports_of<'d>(document: &'d Document<'_>, engine: &Engine) -> Vec<(Reading<'d>, Vec<Finding>)> {
    let roots = filled_roots(document);
    let by_report = faults_by_report(document, &roots, document.faults());
    let mut reports: Vec<(Reading<'d>, Vec<Finding>)> =
        roots.iter().zip(by_report).map(|(&root, own)| judge(document, root, engine, &own, &[])).collect();
    if suppress::concerns(document.source(), engine) {
        let judged = |((_, found), root): (&(Reading<'d>, Vec<Finding>), &Root)| Judged {
            findings: found.iter().map(|finding| Located::new(finding.clone(), document)).collect(),
            start: document.node(root.node).span.start,
            ..Judged::default()
        };
        let mut judged: Vec<Judged> = reports.iter().zip(&roots).map(judged).collect();
        suppress::settle(document, engine, &mut judged);
        for ((_, found), judged) in reports.iter_mut().zip(judged) {
            *found = judged.findings.into_iter().map(|located| located.finding).collect();
        }
    }
    reports
}

fn locate(document: &Document<'_>, found: Vec<Finding>) -> Vec<Located> {
    let mut located: Vec<Located> = found.into_iter().map(|finding| Located::new(finding, document as &dyn Locate)).collect();
    in_order(&mut located);
    located
}

fn in_order(located: &mut [Located]) {
    located.sort_by(|one, other| (one.place.span, one.finding.code).cmp(&(other.place.span, other.finding.code)));
}

impl Verdict {
    /// Counts what is left to do. What the baseline knows is still to be done; what is suppressed is not.
    fn recount(&mut self, findings: &[Located], set_aside: &[SetAside]) {
        let known = set_aside.iter().filter(|aside| aside.suppression.kind == SuppressionKind::Baseline);
        self.in_baseline = known.clone().count();
        self.suppressed = set_aside.len() - self.in_baseline;
        let open = || findings.iter().chain(known.clone().map(|aside| &aside.located));
        let count = |severity| open().filter(|located| located.finding.severity == severity).count();
        (self.errors, self.warnings, self.advice) = (count(Severity::Error), count(Severity::Warning), count(Severity::Advice));
        self.standing = match (self.errors, self.late) {
            (0, false) => Standing::NoBlockingFault,
            (0, true) => Standing::Late,
            _ => Standing::NotReady,
        };
    }
}

fn verdict(findings: &[Located], deadlines: &[Deadline], as_of: NaiveDate, filed: bool) -> Verdict {
    let ours = |deadline: &&Deadline| matches!(deadline.duty, Duty::Individuals | Duty::Secretary | Duty::SecretaryLog);
    let late = deadlines.iter().filter(ours).any(|deadline| match deadline.done {
        Some(done) => done > deadline.due,
        None => !filed && deadline.due < as_of,
    });
    let next = deadlines.iter().filter(ours).filter(|deadline| deadline.done.is_none()).min_by_key(|deadline| deadline.due);
    let due = next.map(|deadline| (deadline.due, deadline.days_left(as_of)));
    let standing = Standing::NoBlockingFault;
    let mut verdict = Verdict { standing, errors: 0, warnings: 0, advice: 0, suppressed: 0, in_baseline: 0, late, due };
    verdict.recount(findings, &[]);
    verdict
}
