//! BR016: somebody meant to set a finding aside, and it has no effect.

use crate::finding::{Detail, Fault, Moot, Severity, Sink, quoted};
use crate::rules::{Check, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    cites: &[logic("what is set aside must be there, and somebody must answer for it")],
    ..Rule::new(
        "BR016",
        "suppression-without-effect",
        "A suppression matches nothing, gives no reason, has expired or lapsed, or names no rule that it could suppress.",
        include_str!("../../../docs/rules/BR016.md"),
        Check::Reader(word),
    )
};

fn word(fault: &Fault, out: &mut Sink) {
    let Detail::Suppression { moot, code, what, origin } = &fault.detail else { return };
    let place = origin.as_ref().map(|origin| format!(" ({origin})")).unwrap_or_default();
    let code = code.as_str();
    match moot {
        Moot::Garbled(why) => {
            out.warn(fault.at, format_args!("this comment for breachlint has no effect: {why}"))
                .help(format_args!("Write `# breachlint: ignore[BR408] until=2027-03-01 -- reason`; the `until` may be left out."));
        }
        Moot::Unknown(nearest) => {
            let hint = nearest.as_ref().map(|nearest| format!("; did you mean {nearest}?")).unwrap_or_default();
            out.warn(fault.at, format_args!("no rule is called {}{hint}", quoted(code)))
                .help(format_args!("`breachlint rules` lists them all. Remove the {what} if the rule is gone."));
        }
        Moot::Unexplained => {
            out.warn(fault.at, format_args!("this {what} of {code} gives no reason, so it has no effect{place}"))
                .help(format_args!("Write after ` -- ` why the finding may stand."));
        }
        Moot::Expired(until) => {
            out.warn(fault.at, format_args!("the {what} of {code} expired on {until}{place}"))
                .help(format_args!("Look at the finding again. Then remove the {what}, or give it a new reason and a later day."));
        }
        Moot::MustFix => {
            out.warn(fault.at, format_args!("the {what} of {code} has no effect: what it finds here must be fixed{place}")).help(format_args!(
                "Fix the finding. Errors of a code are suppressed only where `allow_suppressing_errors` in breachlint.toml names the code."
            ));
        }
        Moot::Unread => {
            out.warn(fault.at, format_args!("the {what} of {code} has no effect: this code cannot be suppressed{place}"))
                .help(format_args!("They say that something was not read or not heeded. Remove the {what} and settle what they name."));
        }
        Moot::Unused => {
            let or_move = if origin.is_none() {
                " If it stands in the wrong place, put it on the line of the answer or the line before."
            } else {
                ""
            };
            out.warn(fault.at, format_args!("the {what} of {code} matches no finding{place}"))
                .help(format_args!("Remove it, so that it does not hide a finding to come.{or_move}"));
        }
        Moot::Lapsed => {
            out.warn(fault.at, format_args!("the {what} of {code} has lapsed: a value that it rests on has changed{place}")).help(
                format_args!("Verify the finding again, then attest it again: `breachlint attest FILE {code} --by NAME --reason \"...\"`."),
            );
        }
    }
}
