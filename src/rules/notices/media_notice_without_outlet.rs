//! BR710: media notice was required, and reached no prominent outlet of the State.

use crate::finding::{Severity, Sink};
use crate::report::terms::MediaMethod;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::MediaRequired, Fact::MediaMethods]),
    cites: &[law("45 CFR 164.406(a)")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR710",
        "media-notice-without-outlet",
        "Media notice was required, but none of the ways in which it was given reaches prominent media outlets of the State.",
        include_str!("../../../docs/rules/BR710.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let (required, methods) = (&report.notice.media_required, &report.notice.media_methods);
    let (Some(true), Some(given)) = (required.get(), methods.get()) else { return };
    if given.is_empty() || given.has(MediaMethod::PressRelease) {
        return;
    }
    out.warn(methods.at(), format_args!("media notice was given only as: {}", given.joined()))
        .here(format_args!("no prominent outlet serving the State"))
        .label(required.at(), format_args!("media notice was required"))
        .help(format_args!(
            "Send a press release to prominent media outlets that serve the State, such as a newspaper or broadcaster; it is due within 60 days of discovery. Then add `{}`.",
            MediaMethod::PressRelease
        ));
}
