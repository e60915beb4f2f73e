//! The questions of the form in its order, as the schema has them; each by its path, list positions left out.

use std::sync::LazyLock;

use crate::schema::{self, Answer};

/// A question, or a section of them.
#[derive(Debug)]
pub(super) struct Part {
    /// Its path, such as `breach.phi.types`.
    pub(super) path: String,
    /// What it takes.
    pub(super) answer: Answer,
    /// What stands below a section.
    pub(super) parts: Vec<Part>,
}

static PARTS: LazyLock<Vec<Part>> = LazyLock::new(|| below(""));

/// Every section of the form, in its order.
pub(super) fn parts() -> &'static [Part] {
    &PARTS
}

/// The name and title of each screen.
pub(in crate::serve) fn screens() -> impl Iterator<Item = (String, &'static str)> {
    parts().iter().filter(|part| part.answer == Answer::Section).map(|part| (part.name(0), schema::title(&part.path)))
}

fn below(path: &str) -> Vec<Part> {
    let part = |key: &str| {
        let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        Part { answer: schema::answer(&path), parts: below(&path), path }
    };
    schema::keys(path).into_iter().map(part).collect()
}

impl Part {
    /// The last word of the path.
    pub(super) fn key(&self) -> &str {
        self.path.rsplit('.').next().unwrap_or_default()
    }

    /// The name of its control. A covered entity is always one of a list on the page.
    pub(super) fn name(&self, entity: usize) -> String {
        control_name(&self.path, entity)
    }
}

/// The name of the control for what stands at `path`, for the covered entity of this number (from 0).
pub(super) fn control_name(path: &str, entity: usize) -> String {
    match path.strip_prefix(ENTITY) {
        Some(rest) if rest.is_empty() || rest.starts_with('.') => format!("{ENTITY}[{entity}]{rest}"),
        _ => path.to_owned(),
    }
}

/// The section that may stand several times.
pub(super) const ENTITY: &str = "covered_entity";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_has_the_questions_of_the_schema_in_its_order() {
        let names: Vec<&str> = parts().iter().map(Part::key).collect();
        assert_eq!(names, ["schema_version", "filing", "covered_entity", "business_associate", "breach", "notice", "attestation"]);
        let kind = |path: &str| schema::answer(path);
        assert_eq!(kind("breach.phi"), Answer::Section);
        assert_eq!(kind("covered_entity.contact"), Answer::Section);
        assert_eq!(kind("breach.phi.types"), Answer::Several);
        assert_eq!(kind("breach.type"), Answer::One);
        assert_eq!(kind("breach.start_date"), Answer::Date);
        assert_eq!(kind("breach.individuals_affected"), Answer::Count);
        assert_eq!(kind("breach.residents_by_state"), Answer::ByState);
        assert_eq!(kind("covered_entity.ba_is_agent"), Answer::YesNo);
        assert_eq!(kind("covered_entity.contact.email"), Answer::Text);
        assert_eq!(kind("schema_version"), Answer::Fixed);
    }

    #[test]
    fn a_covered_entity_is_one_of_a_list() {
        assert_eq!(control_name("covered_entity.contact.email", 2), "covered_entity[2].contact.email");
        assert_eq!(control_name("breach.type", 2), "breach.type");
    }
}
