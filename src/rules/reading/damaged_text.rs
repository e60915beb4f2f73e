//! BR011: text that went through the wrong character set, or that holds what no one can see.

use super::shared_edits::fix;
use crate::finding::{Detail, Fault, Safety, Severity, Sink};
use crate::rules::{Check, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    silences: &["BR007", "BR014", "BR107"],
    fix: Some(Safety::Safe),
    cites: &[logic("damaged characters are not what the filer wrote")],
    ..Rule::new(
        "BR011",
        "damaged-text",
        "The file is not UTF-8, or a text in it holds damaged or invisible characters.",
        include_str!("../../../docs/rules/BR011.md"),
        Check::Reader(word),
    )
};

fn word(fault: &Fault, out: &mut Sink) {
    let Detail::Text { what, edits, .. } = &fault.detail else { return };
    if what.starts_with("the file") {
        out.warn(fault.at, format_args!("{what}"))
            .help(format_args!("Save the file as UTF-8, and then look at its accents, dashes and quotation marks."));
    } else if edits.is_empty() {
        out.warn(fault.at, format_args!("this text holds {what}"))
            .help(format_args!("Type the word again; what it was before cannot be told with certainty."));
    } else {
        out.warn(fault.at, format_args!("this text holds {what}"))
            .help(format_args!("Replace it, so that the portal and everyone after it reads what was meant."))
            .fix(|| fix("repair the damaged characters", fault.at, edits));
    }
}
