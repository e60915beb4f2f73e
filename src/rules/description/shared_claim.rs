//! What a text claims against the type or the locations that are filed; the rules of this family say which claims are theirs.

use crate::finding::{Severity, Sink};
use crate::narrative::{Anchors, Evidence, Topic};
use crate::report::terms::{BreachType, Location, Term, TermSet};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Context, SourceKind, Told};

/// What a rule about the type needs besides a text.
pub(super) const TYPE: FactSet = FactSet::of(&[Fact::BreachType]);
/// What a rule about the locations reads, or needs, too.
pub(super) const LOCATION: FactSet = FactSet::of(&[Fact::Location]);
/// Both.
pub(super) const TYPE_AND_LOCATION: FactSet = FactSet::of(&[Fact::BreachType, Fact::Location]);

/// Doubts about the type that rest on the locations alone: where the text tells what happened, they have nothing to add.
pub(super) const DOUBTS: &[&str] = &["BR404", "BR405", "BR406", "BR407", "BR408", "BR409", "BR411", "BR418"];

/// A claim of the text.
pub(super) struct Claim {
    /// What the text must tell first of all.
    pub(super) topics: &'static [Topic],
    /// The filed types against which this rule speaks; another rule has the rest.
    pub(super) against: &'static [BreachType],
    /// What the text tells, behind "tells of".
    pub(super) tells: &'static str,
    /// How grave.
    pub(super) severity: Severity,
    /// What to do, in whole sentences.
    pub(super) help: &'static str,
}

/// Every type that a report of today may have.
pub(super) const ANY: &[BreachType] =
    &[BreachType::HackingIt, BreachType::ImproperDisposal, BreachType::Loss, BreachType::Theft, BreachType::UnauthorizedAccess];

/// Speaks where the text leaves little doubt of a type, and another one is filed. One finding a report: only the topic that leads speaks.
pub(super) fn against_type(report: &Report<'_>, context: &Context, claim: &Claim, out: &mut Sink) {
    let field = &report.breach.breach_type;
    let Some(filed) = field.get().and_then(TermSet::single).filter(|filed| claim.against.contains(filed)) else { return };
    if !worth_reading(report, context) {
        return;
    }
    let Some(told) = context.told(report) else { return };
    let reading = told.reading();
    let Some(leading) = reading.leading().filter(|leading| claim.topics.contains(&leading.topic)) else { return };
    // A warning rests on plain words, and on a text in which nothing speaks for what is filed.
    let supported = reading.kinds().iter().any(|kind| kind.0 == filed && kind.1 >= u16::from(Evidence::PLAIN));
    if claim.severity > Severity::Advice && (leading.strength < Evidence::PLAIN || supported) {
        return;
    }
    let Some(fits) = reading.kind().filter(|kind| *kind != filed && leading.topic.kind() == Some(*kind)) else { return };
    out.find(claim.severity, field.at(), format_args!("the {} tells of {}, and the type is `{}`", text(&told), claim.tells, filed.label()))
        .here(format_args!("`{}` fits the words better", fits.label()))
        .label(told.place(leading.span), format_args!("what the text tells"))
        .help(format_args!("{}", claim.help));
}

/// Speaks where type and text agree, the text leaves little doubt of one of `places` and names it, and no location that it names is listed.
/// `Other` denies nothing: its box may name the place. `plainly` is the least weight of the words that name the place.
pub(super) fn against_location(report: &Report<'_>, context: &Context, claim: &Claim, places: &[Location], plainly: u8, out: &mut Sink) {
    let field = &report.breach.location;
    let Some(listed) = field.get().filter(|listed| !listed.has(Location::Other)) else { return };
    let Some(filed) = report.breach.breach_type.get().and_then(TermSet::single) else { return };
    if !worth_reading(report, context) {
        return;
    }
    let Some(told) = context.told(report) else { return };
    let reading = told.reading();
    if reading.kind() != Some(filed) || !reading.leading().is_some_and(|leading| claim.topics.contains(&leading.topic)) {
        return;
    }
    // A location that the text names as well is a choice among several, and no slip.
    if listed.iter().any(|location| reading.named(location).is_some()) {
        return;
    }
    let Some(place) = reading.place().filter(|place| places.contains(place)) else { return };
    let Some((words, _)) = reading.named(place).filter(|named| named.1 >= plainly) else { return };
    out.find(
        claim.severity,
        field.at(),
        format_args!("the {} tells of {}, and the locations do not name `{}`", text(&told), claim.tells, place.label()),
    )
    .here(format_args!("`{}` fits the words better", place.label()))
    .label(told.place(words), format_args!("what the text tells"))
    .help(format_args!("{}", claim.help));
}

/// Whether a close reading could contradict the answers at all. What a filer wrote is always read closely; of OCR's narratives, of which
/// there are many in few words, only those in which words stand that could speak against what is filed.
pub(in crate::rules) fn worth_reading(report: &Report<'_>, context: &Context) -> bool {
    // Each rule of the family asks.
    let worth = context.worth_reading.get().unwrap_or_else(|| may_contradict(report, context));
    context.worth_reading.set(Some(worth));
    worth
}

fn may_contradict(report: &Report<'_>, context: &Context) -> bool {
    if context.source == SourceKind::Draft || report.breach.description.get().is_some() {
        return true;
    }
    let Some(words) = context.anchors(report) else { return false };
    let (Some(types), Some(listed)) = (report.breach.breach_type.get(), report.breach.location.get()) else { return true };
    let Some(filed) = types.single() else { return false };
    let mail = Anchors::EMAIL.with(Anchors::MAILBOX);
    let astray = (words.any(Anchors::POST.with(mail)) && words.any(Anchors::ASTRAY))
        || (words.any(Anchors::OWN) && words.any(mail))
        || words.any(Anchors::SNOOP.with(Anchors::EXPOSED).with(Anchors::TRACKING));
    let against_type = words.any(Anchors::JUDGED)
        || (filed != BreachType::HackingIt && words.any(Anchors::ATTACK.with(Anchors::MAILBOX)))
        || (filed != BreachType::Theft && words.any(Anchors::THEFT))
        || (filed != BreachType::Loss && words.any(Anchors::LOSS))
        || (filed != BreachType::ImproperDisposal && words.any(Anchors::DISPOSAL))
        || (filed != BreachType::UnauthorizedAccess && astray);
    let unnamed = |location: Location, kind: Anchors| !listed.has(location) && words.any(kind);
    let against_location = !listed.has(Location::Other)
        && match filed {
            BreachType::HackingIt => unnamed(Location::Email, Anchors::MAILBOX) || unnamed(Location::NetworkServer, Anchors::SERVER),
            BreachType::UnauthorizedAccess => {
                astray && (unnamed(Location::Email, mail) || unnamed(Location::PaperFilms, Anchors::POST.with(Anchors::PAPER)))
            }
            _ => {
                unnamed(Location::Laptop, Anchors::LAPTOP)
                    || unnamed(Location::OtherPortableDevice, Anchors::PORTABLE)
                    || unnamed(Location::DesktopComputer, Anchors::DESKTOP)
                    || unnamed(Location::PaperFilms, Anchors::PAPER)
                    || unnamed(Location::NetworkServer, Anchors::SERVER)
            }
        };
    against_type || against_location
}

/// What the text is called.
fn text(told: &Told<'_>) -> &'static str {
    if told.fact == Fact::Description { "description" } else { "narrative" }
}
