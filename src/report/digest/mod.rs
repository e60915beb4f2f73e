//! One row in 56 bytes: what rules over many rows compare, as hashes, numbers and sets. Holds no text, so that millions of rows fit in memory.

mod packed;

use chrono::{Datelike, NaiveDate};
use xxhash_rust::xxh3::xxh3_64;

use super::glance::Glance;
use super::mention::Mentions;
use super::model::Report;
use super::name::NameFolder;
use super::read::trimmed;
use super::terms::{BreachType, Location, State, Term, TermSet};
pub(crate) use packed::Packing;

/// Bytes of a digest on disk, where it stands by itself.
pub const DIGEST_BYTES: usize = 54;

/// Shorter descriptions are formulas that belong to no one report, such as "This case has been consolidated with another review".
const SHORTEST_TEXT: usize = 120;

/// Rows whose folded names are kept for finding slips of the pen. The whole public record has fewer than 7,000.
const NAMED: u32 = 16_384;

const NO_DAY: i32 = i32::MIN;
const NO_COUNT: u32 = u32::MAX;
const VENDOR: u8 = 1;
const HAS_TEXT: u8 = 1 << 1;
const BA_KNOWN: u8 = 1 << 2;
const BA_YES: u8 = 1 << 3;
const REMARKED: u8 = 1 << 4;

/// What a digest says about the name that it stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The row is this entity's own report.
    Own,
    /// The row names this business associate.
    Vendor,
}

/// Where the row's name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spot {
    /// Physical line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u16,
    /// Length in characters.
    pub length: u16,
    /// First byte; held at 4 GiB.
    pub byte: u32,
    /// Length in bytes.
    pub bytes: u16,
}

/// One row, or what its description says about another name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digest {
    name: u64,
    text: u64,
    submitted: i32,
    discovered: i32,
    written: u32,
    count: u32,
    row: u32,
    spot: Spot,
    types: u8,
    locations: u8,
    state: u8,
    bits: u8,
}

impl Digest {
    /// Hash of the folded name; 0 where there is none.
    pub fn name(&self) -> u64 {
        self.name
    }

    /// Hash of the description, where it is one that no two reports should share; 0 otherwise.
    pub fn text(&self) -> u64 {
        self.text
    }

    /// Whether there is a description.
    pub fn has_text(&self) -> bool {
        self.bits & HAS_TEXT != 0
    }

    /// Hash of the name as it is written, spaces aside; of the filer's folded name, where the role is `Vendor`.
    pub fn written(&self) -> u32 {
        self.written
    }

    /// Individuals affected.
    pub fn count(&self) -> Option<u32> {
        (self.count != NO_COUNT).then_some(self.count)
    }

    /// The day of submission.
    pub fn submitted(&self) -> Option<NaiveDate> {
        day(self.submitted)
    }

    /// The same in days of the common era.
    pub fn submitted_number(&self) -> Option<i32> {
        (self.submitted != NO_DAY).then_some(self.submitted)
    }

    /// The first day of discovery.
    pub fn discovered(&self) -> Option<NaiveDate> {
        day(self.discovered)
    }

    /// The day of submission, or of discovery where nothing was submitted yet.
    pub fn day(&self) -> Option<NaiveDate> {
        self.submitted().or_else(|| self.discovered())
    }

    /// The same as a number by which days are put in order; below all others where there is none.
    pub fn day_number(&self) -> i32 {
        if self.submitted == NO_DAY { self.discovered } else { self.submitted }
    }

    /// The record or report, from 1.
    pub fn row(&self) -> u32 {
        self.row
    }

    /// Where the name stands.
    pub fn spot(&self) -> Spot {
        self.spot
    }

    /// The types of breach.
    pub fn types(&self) -> TermSet<BreachType> {
        terms(self.types)
    }

    /// The locations.
    pub fn locations(&self) -> TermSet<Location> {
        terms(self.locations)
    }

    /// Whether both have a type in common.
    pub fn shares_type(&self, other: &Self) -> bool {
        self.types & other.types != 0
    }

    /// Whether both have a location in common.
    pub fn shares_location(&self, other: &Self) -> bool {
        self.locations & other.locations != 0
    }

    /// The State.
    pub fn state(&self) -> Option<State> {
        State::ALL.get(usize::from(self.state)).copied()
    }

    /// Whether a business associate was present, where that is answered.
    pub fn associate(&self) -> Option<bool> {
        (self.bits & BA_KNOWN != 0).then_some(self.bits & BA_YES != 0)
    }

    /// What it says about its name.
    pub fn role(&self) -> Role {
        if self.bits & VENDOR == 0 { Role::Own } else { Role::Vendor }
    }

    /// Whether something was found in the row itself.
    pub fn remarked(&self) -> bool {
        self.bits & REMARKED != 0
    }

    /// Notes that something was found in the row itself.
    fn mark(&mut self) {
        self.bits |= REMARKED;
    }

    /// The bytes, the same on every machine.
    pub fn to_bytes(&self) -> [u8; DIGEST_BYTES] {
        let mut bytes = [0; DIGEST_BYTES];
        let mut at = 0;
        let mut put = |part: &[u8]| {
            bytes[at..at + part.len()].copy_from_slice(part);
            at += part.len();
        };
        put(&self.name.to_le_bytes());
        put(&self.text.to_le_bytes());
        put(&self.submitted.to_le_bytes());
        put(&self.discovered.to_le_bytes());
        put(&self.written.to_le_bytes());
        put(&self.count.to_le_bytes());
        put(&self.row.to_le_bytes());
        put(&self.spot.line.to_le_bytes());
        put(&self.spot.byte.to_le_bytes());
        put(&self.spot.column.to_le_bytes());
        put(&self.spot.length.to_le_bytes());
        put(&self.spot.bytes.to_le_bytes());
        put(&[self.types, self.locations, self.state, self.bits]);
        bytes
    }

    /// The digest of `bytes`.
    pub fn from_bytes(bytes: &[u8; DIGEST_BYTES]) -> Self {
        let rest = &mut &bytes[..];
        Self {
            name: u64::from_le_bytes(take(rest)),
            text: u64::from_le_bytes(take(rest)),
            submitted: i32::from_le_bytes(take(rest)),
            discovered: i32::from_le_bytes(take(rest)),
            written: u32::from_le_bytes(take(rest)),
            count: u32::from_le_bytes(take(rest)),
            row: u32::from_le_bytes(take(rest)),
            spot: Spot {
                line: u32::from_le_bytes(take(rest)),
                byte: u32::from_le_bytes(take(rest)),
                column: u16::from_le_bytes(take(rest)),
                length: u16::from_le_bytes(take(rest)),
                bytes: u16::from_le_bytes(take(rest)),
            },
            types: take::<1>(rest)[0],
            locations: take::<1>(rest)[0],
            state: take::<1>(rest)[0],
            bits: take::<1>(rest)[0],
        }
    }
}

fn take<const N: usize>(rest: &mut &[u8]) -> [u8; N] {
    match rest.split_first_chunk::<N>() {
        Some((head, tail)) => {
            *rest = tail;
            *head
        }
        None => [0; N],
    }
}

fn day(number: i32) -> Option<NaiveDate> {
    if number == NO_DAY { None } else { NaiveDate::from_num_days_from_ce_opt(number) }
}

fn bits<T: Term>(set: Option<TermSet<T>>) -> u8 {
    set.and_then(|set| u8::try_from(set.bits()).ok()).unwrap_or(0)
}

fn terms<T: Term>(bits: u8) -> TermSet<T> {
    let mut set = TermSet::default();
    for (position, &term) in T::ALL.iter().enumerate().filter(|(index, _)| u32::from(bits) >> index & 1 == 1) {
        set.insert(term, position);
    }
    set
}

/// What was seen of a report before its digest is made, so that it need not be looked for again.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Known<'t> {
    /// What the text mentions; none where there is no text.
    pub(crate) mentions: Option<Mentions<'t>>,
    /// What a first look at the name found; none where nobody looked.
    pub(crate) glance: Option<Glance>,
}

/// The digests of some rows in their order, with the folded names of the first of a source. Any thread may make them.
#[derive(Debug, Clone, Default)]
pub struct Digests {
    list: Vec<Digest>,
    names: String,
    /// The digest of each row whose name is kept, and where the name ends.
    named: Vec<(usize, usize)>,
    folder: NameFolder,
}

impl Known<'_> {
    /// Hash of the folded name, where it was seen at a glance.
    pub(crate) fn name(&self) -> Option<u64> {
        self.glance?.key()
    }
}

impl Digests {
    /// Appends what there is to say about `report`, which is record `row`, from 1, and in which something was found or not.
    pub fn read(&mut self, report: &Report<'_>, row: u64, spot: Spot, remarked: bool) {
        let mentions = report.text().map(|text| Mentions::of(text, None));
        self.add(report, &Known { mentions, glance: None }, row, spot, remarked);
    }

    /// The same for a report of which something is `known`.
    pub(crate) fn add(&mut self, report: &Report<'_>, known: &Known<'_>, row: u64, spot: Spot, remarked: bool) {
        let first = self.list.len();
        let row = u32::try_from(row).unwrap_or(u32::MAX);
        digest(report, known, row, spot, &mut self.folder, &mut self.list);
        if row <= NAMED {
            let folded = self.folder.fold_seen(report.entity.name.get().unwrap_or_default(), known.glance, b"");
            self.names.push_str(std::str::from_utf8(folded).unwrap_or_default());
            self.named.push((first, self.names.len()));
        }
        if remarked {
            self.list[first..].iter_mut().for_each(Digest::mark);
        }
    }

    /// Says that all of them stand on record `row`, at `spot`, in which something was found or not: the reports of a file that is one row of a log.
    pub fn stand_at(&mut self, row: u64, spot: Spot, remarked: bool) {
        for digest in &mut self.list {
            digest.row = u32::try_from(row).unwrap_or(u32::MAX);
            digest.spot = spot;
            if remarked {
                digest.mark();
            }
        }
    }

    /// All digests: of each row its own, behind which may come what it says about another name.
    pub fn all(&self) -> &[Digest] {
        &self.list
    }

    /// The own digest of each of the first 16,384 rows of the source, and its folded name.
    pub fn named(&self) -> impl Iterator<Item = (&Digest, &str)> {
        let starts = std::iter::once(0).chain(self.named.iter().map(|&(_, end)| end));
        starts.zip(&self.named).filter_map(|(start, &(at, end))| Some((self.list.get(at)?, self.names.get(start..end)?)))
    }

    /// Empties it, and keeps its memory.
    pub fn clear(&mut self) {
        self.list.clear();
        self.names.clear();
        self.named.clear();
    }
}

/// Appends the digest of `report`, and one for the business associate that it names.
fn digest(report: &Report<'_>, known: &Known<'_>, row: u32, spot: Spot, folder: &mut NameFolder, out: &mut Vec<Digest>) {
    let breach = &report.breach;
    let raw = report.entity.name.get().unwrap_or_default();
    let text = report.text().map(trimmed).filter(|text| !text.is_empty());
    let name = known.name().unwrap_or_else(|| folder.key(raw));
    let number = |day: NaiveDate| day.num_days_from_ce();
    let associate = breach.business_associate_present.get();
    let bit = |bit: u8, is: bool| if is { bit } else { 0 };
    let own = Digest {
        name,
        text: text.filter(|_| known.mentions.is_none_or(|mentions| !mentions.settled)).map_or(0, text_hash),
        submitted: report.filing.submitted_on.get().map_or(NO_DAY, number),
        discovered: breach.discovery_start_date.get().map_or(NO_DAY, number),
        written: short(hash(trimmed(raw))),
        count: breach.individuals_affected.get().and_then(|count| u32::try_from(count).ok()).unwrap_or(NO_COUNT),
        row,
        spot,
        types: bits(breach.breach_type.get()),
        locations: bits(breach.location.get()),
        state: report.entity.state.get().and_then(|state| u8::try_from(state.index()).ok()).unwrap_or(u8::MAX),
        bits: bit(HAS_TEXT, text.is_some()) | bit(BA_KNOWN, associate.is_some()) | bit(BA_YES, associate == Some(true)),
    };
    out.push(own);
    let vendor = report.business_associate.name.get().or_else(|| known.mentions?.vendor);
    if let Some(vendor) = vendor.map(|vendor| folder.key(vendor)).filter(|&vendor| vendor != 0 && vendor != name) {
        // What a row says about another name is filed under that name, by a filer known by its hash.
        out.push(Digest { name: vendor, written: short(name), bits: own.bits | VENDOR, ..own });
    }
    #[cfg(debug_assertions)]
    let _ = super::fact::reads::take();
}
/// Never 0 but for no text at all.
fn hash(text: &str) -> u64 {
    if text.is_empty() { 0 } else { xxh3_64(text.as_bytes()).max(1) }
}

/// The lower half of a hash.
fn short(hash: u64) -> u32 {
    u32::try_from(hash & u64::from(u32::MAX)).unwrap_or(0)
}

fn text_hash(text: &str) -> u64 {
    if text.len() < SHORTEST_TEXT { 0 } else { hash(text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Fact, Field};
    use crate::source::At;

    fn report<'a>(name: &'a str, text: &'a str) -> Report<'a> {
        let mut report = Report::not_carried(At::value(0));
        report.entity.name = Field::new(Fact::EntityName, At::value(0), Ok(name));
        report.breach.ocr_narrative = Field::new(Fact::OcrNarrative, At::value(8), Ok(text));
        report.breach.individuals_affected = Field::new(Fact::Individuals, At::value(3), Ok(612));
        report.breach.business_associate_present = Field::new(Fact::BaPresent, At::value(7), Ok(true));
        report.breach.location = Field::new(Fact::Location, At::value(6), Ok(TermSet::of(Location::Email)));
        report.filing.submitted_on = Field::new(Fact::SubmittedOn, At::value(4), Ok(NaiveDate::from_ymd_opt(2020, 2, 3).expect("a day")));
        report.entity.state = Field::new(Fact::EntityState, At::value(1), Ok(State::Gu));
        report
    }

    #[test]
    fn a_digest_says_what_it_read_and_survives_the_disk() {
        let spot = Spot { line: 70_000, column: 3, length: 20, byte: u32::MAX, bytes: 21 };
        let mut digests = Digests::default();
        digests.read(&report("Old Mill Clinic, Inc.", "short"), 7, spot, false);
        let rows: Vec<(&Digest, &str)> = digests.named().collect();
        let [(&own, "clinic mill old")] = rows[..] else { panic!("{rows:?}") };
        assert_eq!(Digest::from_bytes(&own.to_bytes()), own);
        assert_eq!((own.count(), own.row(), own.spot(), own.text()), (Some(612), 7, spot, 0));
        assert_eq!((own.state(), own.associate(), own.has_text(), own.role()), (Some(State::Gu), Some(true), true, Role::Own));
        assert_eq!((own.submitted().map(|day| day.to_string()).as_deref(), own.discovered()), (Some("2020-02-03"), None));
        assert!(own.types().is_empty() && own.locations().single() == Some(Location::Email));
        digests.read(&report("Far Hill Hospital", ""), 8, spot, true);
        let rows: Vec<(bool, &str)> = digests.named().map(|(digest, name)| (digest.remarked(), name)).collect();
        assert_eq!(rows, [(false, "clinic mill old"), (true, "far hill hospital")]);
        digests.stand_at(3, Spot::default(), false);
        assert!(digests.all().iter().all(|digest| digest.row() == 3));
    }

    #[test]
    fn a_business_associate_is_filed_under_its_own_name() {
        let text =
            "The covered entity (CE), Far Hill Hospital, reported that its business associate (BA), Print & Post, Inc., lost letters.";
        let mut digests = Digests::default();
        digests.read(&report("Far Hill Hospital", text), 1, Spot::default(), false);
        digests.read(&report("PRINT AND POST", text), 2, Spot::default(), false);
        let rows: Vec<&[Digest]> = digests.all().chunk_by(|one, other| one.row() == other.row()).collect();
        let key = |name: &str| NameFolder::default().key(name);
        let under: Vec<(Role, u64)> = rows[0].iter().map(|digest| (digest.role(), digest.name())).collect();
        assert_eq!(under, [(Role::Own, key("Far Hill Hospital")), (Role::Vendor, key("Print & Post"))]);
        assert_eq!(rows[1].len(), 1, "its own report");
    }
}
