//! One record as a report: nine facts, borrowed from the cells. What closed lists hold is remembered.

use crate::finding::Fault;
use crate::report::terms::{self, BreachType, EntityType, Location, State, TermSet};
use crate::report::{Fact, FactSet, Field, Gap, Glance, Report};

use super::Layout;
use super::answers::Cells;
use super::cell::surplus;
use super::memo::Memo;
use super::near;

/// Reads the records of one layout, one after another, and remembers how texts of closed lists read.
#[derive(Debug)]
pub(super) struct Reader<'l> {
    layout: &'l Layout,
    types: Memo<TermSet<BreachType>>,
    locations: Memo<TermSet<Location>>,
    kinds: Memo<EntityType>,
    states: Memo<State>,
    spellings: Spellings,
    /// Whether any column tells of the days of the breach or its discovery.
    dated: bool,
    /// Whether it is told which descriptions are as tidy as the canonical form wants them.
    tidies: bool,
    /// The answers of the record whose cells stand as the portal writes them.
    plain: FactSet,
}

/// How texts of closed lists read, those with a fault included.
#[derive(Debug)]
struct Spellings {
    types: Memo<terms::Reading<BreachType>>,
    locations: Memo<terms::Reading<Location>>,
    kinds: Memo<terms::Reading<EntityType>>,
    states: Memo<terms::Reading<State>>,
}

impl<'l> Reader<'l> {
    pub(super) fn new(layout: &'l Layout) -> Self {
        let days = FactSet::of(&[Fact::BreachStart, Fact::BreachEnd, Fact::DiscoveryStart, Fact::DiscoveryEnd]);
        let dated = !layout.facts().and(days).is_empty();
        let plain = FactSet::NONE;
        let spellings = Spellings { types: Memo::new(), locations: Memo::new(), kinds: Memo::new(), states: Memo::new() };
        let (types, locations, kinds, states) = (Memo::new(), Memo::new(), Memo::new(), Memo::new());
        Self { layout, types, locations, kinds, states, spellings, dated, tidies: false, plain }
    }

    /// The same, and it tells which descriptions are tidy, too.
    pub(super) fn tidying(self) -> Self {
        Self { tidies: true, ..self }
    }

    /// Reads a record of `block`, whose cells are `values`, into `report`, and files in `faults` what a cell cannot be read as; the row is read
    /// all the same. What a first look at the name finds is put into `glance`.
    /// Two records with one signature have the same types, locations, kind of entity and answer about a business associate; none says nothing.
    pub(super) fn read<'t>(
        &mut self,
        block: &'t str,
        values: &[&'t str],
        report: &mut Report<'t>,
        faults: &mut Vec<Fault>,
        glance: &mut Option<Glance>,
    ) -> Option<u64> {
        self.plain = FactSet::NONE;
        *glance = None;
        // Which cell belongs where is not known: nothing else is said about the record.
        if values.len() > self.layout.width()
            && let Some(fault) = surplus(self.layout, values)
        {
            faults.push(fault);
            unreadable(self.layout, report);
            return None;
        }
        let mut cells = Cells { layout: self.layout, block, values, faults, glance, tidies: self.tidies, plain: FactSet::NONE };
        // Each answer is written where it belongs: one that is handed on by way of the stack is waited for.
        cells.name(&mut report.entity.name);
        let count_is_plain = cells.count(&mut report.breach.individuals_affected);
        cells.date(Fact::SubmittedOn, &mut report.filing.submitted_on);
        cells.text(Fact::OcrNarrative, &mut report.breach.ocr_narrative);
        let answer_is_plain = cells.associate(&mut report.breach.business_associate_present, &mut report.business_associate.name);
        if self.dated {
            (report.breach.start_date, report.breach.end_date) = cells.breach_days();
            cells.date(Fact::DiscoveryStart, &mut report.breach.discovery_start_date);
            cells.date(Fact::DiscoveryEnd, &mut report.breach.discovery_end_date);
        }
        let spellings = &mut self.spellings;
        let state =
            known(&mut self.states, &mut cells, Fact::EntityState, &mut report.entity.state, |cells| cells.state(&mut spellings.states));
        let kind = known(&mut self.kinds, &mut cells, Fact::EntityType, &mut report.entity.kind, |cells| {
            cells.term(Fact::EntityType, &mut spellings.kinds)
        });
        let types = known(&mut self.types, &mut cells, Fact::BreachType, &mut report.breach.breach_type, |cells| {
            cells.terms(Fact::BreachType, &mut spellings.types)
        });
        let places = known(&mut self.locations, &mut cells, Fact::Location, &mut report.breach.location, |cells| {
            cells.terms(Fact::Location, &mut spellings.locations)
        });
        // What reads without a fault as one of a closed list is the portal's own spelling.
        let plain = [
            (Fact::Individuals, count_is_plain),
            (Fact::BaPresent, answer_is_plain),
            (Fact::EntityState, state.is_some()),
            (Fact::EntityType, kind.is_some()),
            (Fact::BreachType, types.is_some()),
            (Fact::Location, places.is_some()),
        ];
        self.plain = plain.into_iter().fold(cells.plain, |set, (fact, is)| if is { set.union(FactSet::of(&[fact])) } else { set });
        let answer = report.breach.business_associate_present.get()?;
        Some(u64::from(answer) | u64::from(kind?) << 16 | u64::from(types?) << 32 | u64::from(places?) << 48)
    }

    /// The answers of the record that was read last whose cells stand letter by letter as the portal writes them: all that is not in this set
    /// has to be looked at.
    pub(super) fn plain(&self) -> FactSet {
        self.plain
    }
}

/// Leaves no answer of an earlier record behind.
#[cold]
fn unreadable(layout: &Layout, report: &mut Report<'_>) {
    fn none<T>(layout: &Layout, fact: Fact) -> Field<T> {
        let gap = Err(Gap::Unreadable("BR019"));
        layout.column(fact).map_or(Field::not_carried(fact), |column| Field::new(fact, column.at(), gap))
    }
    report.entity.name = none(layout, Fact::EntityName);
    report.entity.state = none(layout, Fact::EntityState);
    report.entity.kind = none(layout, Fact::EntityType);
    report.breach.individuals_affected = none(layout, Fact::Individuals);
    report.filing.submitted_on = none(layout, Fact::SubmittedOn);
    report.breach.breach_type = none(layout, Fact::BreachType);
    report.breach.location = none(layout, Fact::Location);
    report.breach.ocr_narrative = none(layout, Fact::OcrNarrative);
    report.breach.business_associate_present = none(layout, Fact::BaPresent);
    report.business_associate.name = none(layout, Fact::BaName);
    report.breach.start_date = none(layout, Fact::BreachStart);
    report.breach.end_date = none(layout, Fact::BreachEnd);
    report.breach.discovery_start_date = none(layout, Fact::DiscoveryStart);
    report.breach.discovery_end_date = none(layout, Fact::DiscoveryEnd);
}

/// Puts the value of a cell into `field`: the one that was read before without a fault, of which the number is given; or else what `read` makes
/// of it now.
fn known<'r, 't, T: Copy>(
    memo: &mut Memo<T>,
    cells: &mut Cells<'r, 't>,
    fact: Fact,
    field: &mut Field<T>,
    read: impl FnOnce(&mut Cells<'r, 't>) -> Field<T>,
) -> Option<u16> {
    let Some((at, text)) = cells.raw(fact) else {
        *field = Field::not_carried(fact);
        return None;
    };
    let head = near::head(cells.block, text);
    let Some((value, id)) = memo.get(&head, text) else {
        *field = learnt(memo, cells, &head, text, read);
        return None;
    };
    *field = Field::new(fact, at, Ok(value));
    Some(id)
}

/// What `read` makes of a text that is not known, which is remembered where it has no fault. Few rows come here: their code is none of the others'.
#[cold]
#[inline(never)]
fn learnt<'r, 't, T: Copy>(
    memo: &mut Memo<T>,
    cells: &mut Cells<'r, 't>,
    head: &near::Head,
    text: &str,
    read: impl FnOnce(&mut Cells<'r, 't>) -> Field<T>,
) -> Field<T> {
    let before = cells.faults.len();
    let field = read(cells);
    if cells.faults.len() == before
        && let Some(value) = field.get()
    {
        memo.learn(head, text, value);
    }
    field
}
