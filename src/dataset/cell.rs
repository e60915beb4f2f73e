//! What a cell says, by the form of its column. Knows no file and no rule.

use super::layout::Layout;
use crate::finding::{Detail, Fault};
use crate::source::At;

/// The fault of a record with more cells than the header: its first cell that no column claims. What stands there is kept, and would
/// otherwise go by unseen.
pub fn surplus(layout: &Layout, values: &[&str]) -> Option<Fault> {
    let width = layout.width();
    let behind = values.get(width..)?;
    let first = behind.iter().position(|cell| !cell.trim().is_empty())?;
    let count = behind.len();
    let cells = if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") };
    let at = At::value(u32::try_from(width + first).unwrap_or(u32::MAX));
    let what = format!("the record has {cells} more than the header has columns");
    let help = "Look for a comma or quote that was not escaped, or a line that is broken: the cells may stand under the wrong columns.";
    Some(Fault::new("BR019", at, Detail::Broken { what, help: help.to_owned(), broke: None }))
}

/// Reads a yes or no as programs write it. The second is whether it stands as the portal writes it.
pub fn yes_no(text: &str) -> Option<(bool, bool)> {
    match text {
        "Yes" => return Some((true, true)),
        "No" => return Some((false, true)),
        _ => {}
    }
    match text.trim().to_ascii_lowercase().as_str() {
        "yes" | "y" | "true" | "t" | "1" | "1.0" => Some((true, false)),
        "no" | "n" | "false" | "f" | "0" | "0.0" => Some((false, false)),
        _ => None,
    }
}

/// The parts of a multi-value, each without blanks around it. The portal joins them with commas; others use semicolons, bars or line breaks.
pub fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', '|', '\n', '\r']).map(str::trim).filter(|part| !part.is_empty()).flat_map(|part| {
        // A copy of the first portal's list lost ", Other" in front of this label.
        let (before, lost) = match part.strip_suffix(PORTABLE) {
            Some(before) if !before.trim().is_empty() && before.trim() != "Other" => (before.trim(), Some(PORTABLE.trim_start())),
            _ => (part, None),
        };
        std::iter::once(before).chain(lost)
    })
}

const PORTABLE: &str = " Portable Electronic Device";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_behind_the_columns_are_a_fault_unless_blank() {
        let layout = Layout::read(&["Name of Covered Entity", "Individuals Affected", "Type of Breach"]).expect("a list");
        assert_eq!(surplus(&layout, &["Old Mill Clinic", "1204", "Loss"]), None);
        assert_eq!(surplus(&layout, &["Old Mill Clinic", "1204"]), None);
        assert_eq!(surplus(&layout, &["Old Mill Clinic", "1204", "Loss", "", " "]), None);
        assert_eq!(surplus(&layout, &["Old Mill Clinic", "1", "204", "", "Loss"]).map(|fault| fault.at), Some(At::value(4)));
    }

    #[test]
    fn yes_and_no_in_the_notations_of_programs() {
        assert_eq!(yes_no("Yes"), Some((true, true)));
        for (text, answer) in [("TRUE", true), ("y", true), ("1", true), (" FALSE", false), ("N", false), ("0.0", false)] {
            assert_eq!(yes_no(text), Some((answer, false)), "{text}");
        }
        assert_eq!(yes_no("Merrow Billing LLC"), None);
    }

    #[test]
    fn parts_of_a_multi_value_are_told_apart() {
        let of = |text| parts(text).collect::<Vec<_>>();
        assert_eq!(of("Laptop, Network Server;Email|Other"), ["Laptop", "Network Server", "Email", "Other"]);
        assert_eq!(of("Other Portable Electronic Device"), ["Other Portable Electronic Device"]);
        assert_eq!(of("E-mail Portable Electronic Device"), ["E-mail", "Portable Electronic Device"]);
        assert_eq!(of("Portable Electronic Device, Email"), ["Portable Electronic Device", "Email"]);
    }
}
