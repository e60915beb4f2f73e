//! BR950: a description that opens with another row's entity and states that row's count.

use crate::finding::Severity;
use crate::report::{Fact, FactSet};
use crate::rules::{Check, Entity, Remarks, Rows, Rule, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::EntityName, Fact::Individuals, Fact::OcrNarrative]),
    uses: FactSet::of(&[Fact::Description]),
    cites: &[data("OCR public export, October 2024: at least 15 descriptions of 2020 to 2023 are another report's")],
    ..Rule::new(
        "BR950",
        "text-of-other-report",
        "The description opens with another row's entity and states that row's number of individuals, not its own.",
        include_str!("../../../docs/rules/BR950.md"),
        Check::Rows(Rows::Entity(check)),
    )
};

fn check(entity: &Entity<'_>, out: &mut Remarks) {
    for row in entity.opens {
        let Some(owner) = entity.own.iter().find(|own| own.count() == row.count() && own.row() != row.row()) else { continue };
        let (count, name) = (row.count().unwrap_or_default(), out.name(owner));
        let at = out.at(owner, Fact::EntityName);
        out.warn(row, Fact::EntityName, format_args!("the description opens with the entity of {name} and states its {count} individuals"))
            .label(at, format_args!("the row that it describes"))
            .help(format_args!("Find the description of this row's own breach. Until then do not take its cause from the text."));
    }
}
