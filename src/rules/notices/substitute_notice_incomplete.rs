//! BR706: substitute notice was required, and what was done falls short of what its size calls for.

use crate::finding::{Severity, Sink};
use crate::report::terms::{SubstituteMethod, SubstituteSize};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, form, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::SubstituteRequired, Fact::SubstituteSize]),
    uses: FactSet::of(&[Fact::SubstituteMethods, Fact::TollFree, Fact::Individuals]),
    cites: &[law("45 CFR 164.404(d)(2)"), form("OCR breach portal, Notice of Breach: Fewer than 10, or 10 or more")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR706",
        "substitute-notice-incomplete",
        "Substitute notice was required, but its size is not answered or the way it was given falls short of that size.",
        include_str!("../../../docs/rules/BR706.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let notice = &report.notice;
    let (required, size) = (&notice.substitute_required, &notice.substitute_size);
    if required.get() != Some(true) {
        return;
    }
    if size.is_absent() {
        out.warn(required.at(), format_args!("substitute notice was required, and for how many individuals is not answered"))
            .here(format_args!("no `substitute_notice_size`"))
            .help(format_args!(
                "Answer `Fewer than 10` or `10 or more`: from 10 on, the law asks for a posting or major media, and a toll-free number."
            ));
        return;
    }
    // A size that the total rules out is BR707's.
    if size.get() != Some(SubstituteSize::TenOrMore) || report.breach.individuals_affected.get().is_some_and(|total| total < 10) {
        return;
    }
    let reaching = [SubstituteMethod::WebPosting, SubstituteMethod::MajorMedia];
    if let Some(methods) = notice.substitute_methods.get()
        && !methods.is_empty()
        && !methods.any(&reaching)
    {
        let [web, media] = reaching;
        out.warn(notice.substitute_methods.at(), format_args!("substitute notice for 10 or more individuals was given neither by web posting nor by major media"))
            .label(size.at(), format_args!("10 or more individuals"))
            .help(format_args!("Post a notice on your home page for 90 days or use major print or broadcast media where these individuals likely live, then answer `{web}` or `{media}`."));
    }
    if notice.substitute_toll_free.get() == Some(false) {
        out.warn(notice.substitute_toll_free.at(), format_args!("substitute notice for 10 or more individuals has no toll-free number for 90 days"))
            .label(size.at(), format_args!("10 or more individuals"))
            .help(format_args!("Open a toll-free number at which individuals can learn whether they are affected, for at least 90 days, and name it in the notice."));
    }
}
