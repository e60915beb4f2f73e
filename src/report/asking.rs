//! Which questions the answers so far make apply: the branches of the form and of the worksheet. Does not know where answers come from.

use super::terms::{Affecting, Filer, Form, PhiType, ReportType, Term};

/// What makes a question apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    /// It is asked of everybody.
    Always,
    /// Once the report has been submitted.
    Filed,
    /// On the HIPAA form, not on the Part 2 form.
    Hipaa,
    /// A business associate files or had the breach.
    Associate,
    /// A business associate files.
    AssociateFiles,
    /// No business associate is involved.
    NoAssociate,
    /// The question at this path is answered by this label.
    Chosen(&'static str, &'static str),
}

fn when(path: &str) -> When {
    match path {
        "filing.has_tracking_number" => When::Chosen("filing.report_type", ReportType::Addendum.label()),
        "filing.tracking_number" => When::Chosen("filing.has_tracking_number", "yes"),
        "filing.submitted_on" => When::Filed,
        "covered_entity.type" => When::Hipaa,
        "covered_entity.individuals_affected"
        | "covered_entity.residents_by_state"
        | "covered_entity.discovered_on"
        | "covered_entity.notified_by_business_associate_on"
        | "covered_entity.ba_is_agent" => When::Associate,
        "covered_entity.notice_delegated" => When::AssociateFiles,
        "breach.residents_by_state" => When::NoAssociate,
        "breach.location_other" => When::Chosen("breach.location", "Other"),
        "breach.phi.clinical" => When::Chosen("breach.phi.types", PhiType::Clinical.label()),
        "breach.phi.demographic" => When::Chosen("breach.phi.types", PhiType::Demographic.label()),
        "breach.phi.financial" => When::Chosen("breach.phi.types", PhiType::Financial.label()),
        "breach.phi.other" => When::Chosen("breach.phi.types", PhiType::Other.label()),
        "notice.email_notice_agreed" => When::Chosen("notice.individual_notice_methods", "Email"),
        "notice.substitute_notice_size" | "notice.substitute_notice_methods" => When::Chosen("notice.substitute_notice_required", "yes"),
        "notice.substitute_notice_toll_free_90_days" => When::Chosen("notice.substitute_notice_size", "10 or more"),
        "notice.media_notice_states" | "notice.media_notice_methods" => When::Chosen("notice.media_notice_required", "yes"),
        "notice.law_enforcement_delay.claimed" => When::Always,
        "notice.law_enforcement_delay.end_date" => When::Chosen("notice.law_enforcement_delay.statement_form", "Written"),
        "notice.law_enforcement_delay.written_follow_up_date" => When::Chosen("notice.law_enforcement_delay.statement_form", "Oral"),
        "notice.actions_other" => When::Chosen("notice.actions", "Other"),
        _ if path.starts_with("notice.law_enforcement_delay.") => When::Chosen("notice.law_enforcement_delay.claimed", "yes"),
        _ if path.split('.').next() == Some("business_associate") => When::Associate,
        _ => When::Always,
    }
}

/// The answers on which it hangs what else is asked.
pub struct Asking<'a> {
    /// Who files, if that is answered.
    pub filer: Option<Filer>,
    /// Whether the question at a path (list positions left out) is answered by a label, `yes` and `no` included; none where it is not answered.
    pub chosen: &'a dyn Fn(&str, &str) -> Option<bool>,
    /// Whether a question applies while the answer that decides about it is not there.
    pub while_open: bool,
}

impl Asking<'_> {
    /// Whether the question at `path`, list positions left out, applies.
    pub fn applies(&self, path: &str) -> bool {
        let filer = |is: fn(Filer) -> bool| self.filer.is_some_and(is);
        match when(path) {
            When::Always => true,
            When::Filed => false,
            When::Hipaa => !filer(Filer::is_part_2) && (self.chosen)("filing.form", Form::Part2.label()) != Some(true),
            When::Associate => filer(Filer::involves_associate),
            When::AssociateFiles => filer(Filer::is_associate),
            When::NoAssociate => !filer(Filer::involves_associate),
            When::Chosen(other, label) => self.applies(other) && (self.chosen)(other, label).unwrap_or(self.while_open),
        }
    }

    /// Whether `answer` is the size that the form asks about first.
    pub fn affects(&self, answer: Affecting) -> bool {
        (self.chosen)("breach.affecting", answer.label()) == Some(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    fn all(path: &str, out: &mut Vec<String>) {
        for key in schema::keys(path) {
            let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
            if schema::keys(&path).is_empty() {
                out.push(path);
            } else {
                all(&path, out);
            }
        }
    }

    #[test]
    fn what_decides_is_a_question_and_one_of_its_answers() {
        let mut paths = Vec::new();
        all("", &mut paths);
        let mut branches = 0;
        for path in &paths {
            if let When::Chosen(other, label) = when(path) {
                branches += 1;
                assert!(paths.iter().any(|known| known == other), "{path} hangs on {other}");
                assert!(schema::options(other).contains(&label), "{path} hangs on {label:?} of {other}");
            }
        }
        assert!(branches > 15, "{branches} branches");
    }

    #[test]
    fn a_question_applies_only_under_one_that_does() {
        let yes = |path: &str, label: &str| match path {
            "filing.report_type" => Some(label == ReportType::Initial.label()),
            "filing.has_tracking_number" | "notice.substitute_notice_required" => Some(label == "yes"),
            _ => None,
        };
        let asking = Asking { filer: None, chosen: &yes, while_open: false };
        assert!(!asking.applies("filing.tracking_number"), "an initial report has none");
        assert!(asking.applies("notice.substitute_notice_size"));
        assert!(!asking.applies("notice.substitute_notice_toll_free_90_days"), "the size is not answered");
        assert!(Asking { while_open: true, ..asking }.applies("notice.substitute_notice_toll_free_90_days"));
    }
}
