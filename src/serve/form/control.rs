//! One answer as the texts of its control, and back. What cannot be read back the same is no answer for the control.

use serde_json::{Map, Value};

use crate::schema::{self, Answer};

/// The answer that the texts of a control stand for; null for none. What is not as the question wants it is passed on as it was typed: the reading
/// of drafts has the words for it.
pub(super) fn value(answer: Answer, texts: &[String]) -> Value {
    let mut given = texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty());
    if answer == Answer::Several {
        let items: Vec<Value> = given.map(Value::from).collect();
        return if items.is_empty() { Value::Null } else { items.into() };
    }
    let Some(text) = given.next_back() else { return Value::Null };
    match answer {
        Answer::Count => number(text),
        Answer::YesNo => match text {
            "yes" => true.into(),
            "no" => false.into(),
            other => other.into(),
        },
        Answer::ByState => by_state(text),
        _ => text.into(),
    }
}

/// The texts of the control that holds `value`; none where it holds it not, or not the same.
pub(super) fn texts(answer: Answer, value: &Value) -> Option<Vec<String>> {
    let single = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    match (answer, value) {
        (Answer::Several, Value::Array(items)) => items.iter().map(|item| item.as_str().map(str::to_owned)).collect(),
        (Answer::YesNo, Value::Bool(yes)) => Some(vec![if *yes { "yes" } else { "no" }.to_owned()]),
        (Answer::YesNo, Value::String(text)) => {
            let known = ["yes", "no", "unknown"].into_iter().find(|known| text.eq_ignore_ascii_case(known));
            Some(vec![known.unwrap_or(text).to_owned()])
        }
        (Answer::ByState, Value::Object(counts)) => {
            let lines: Option<Vec<String>> = counts.iter().map(|(state, count)| Some(format!("{state} {}", single(count)?))).collect();
            Some(vec![lines?.join("\n")])
        }
        // Where it would be told apart, somebody meant it as one text: it stays one.
        (Answer::ByState, Value::String(text)) => Some(vec![text.clone()]).filter(|_| by_state(text) == *value),
        (Answer::Count | Answer::Text | Answer::Date, value) => single(value).map(|text| vec![text]),
        (Answer::One, Value::String(text)) => Some(vec![text.clone()]),
        _ => None,
    }
}

fn number(text: &str) -> Value {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && !(text.len() > 1 && text.starts_with('0'));
    text.parse::<i64>().ok().filter(|_| plain).map_or_else(|| text.into(), Into::into)
}

/// A number for each State, one a line, such as `MD 1121`; the text itself where it cannot be told apart.
fn by_state(text: &str) -> Value {
    let mut counts = Map::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let cut = line.rfind([' ', ':', '\t', '=']);
        let Some((state, count)) = cut.map(|at| (line[..at].trim_end_matches([' ', ':', '\t', '=']), &line[at + 1..])) else {
            return text.into();
        };
        let upper = state.to_uppercase();
        let state = if schema::options("covered_entity.state").contains(&upper.as_str()) { upper } else { state.to_owned() };
        if state.is_empty() || count.is_empty() || counts.insert(state, number(count)).is_some() {
            return text.into();
        }
    }
    Value::Object(counts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn one(answer: Answer, text: &str) -> Value {
        value(answer, &[text.to_owned()])
    }

    #[test]
    fn a_count_is_a_number_only_where_it_is_written_as_one() {
        assert_eq!(one(Answer::Count, " 612 "), json!(612));
        for text in ["0501", "1,204", "1.234", "about 500", "-3", "99999999999999999999"] {
            assert_eq!(one(Answer::Count, text), json!(text));
        }
        assert_eq!(one(Answer::Count, "  "), Value::Null);
    }

    #[test]
    fn residents_are_told_apart_or_left_as_they_are() {
        assert_eq!(one(Answer::ByState, "md 1121\nPA: 58\n\nVA=25"), json!({"MD": 1121, "PA": 58, "VA": 25}));
        assert_eq!(one(Answer::ByState, "MD 1\nMD 2"), json!("MD 1\nMD 2"));
        assert_eq!(one(Answer::ByState, "Maryland"), json!("Maryland"));
        assert_eq!(one(Answer::ByState, "MD 1,121"), json!({"MD": "1,121"}));
    }

    #[test]
    fn an_answer_of_another_kind_is_none_for_the_control() {
        for (answer, odd) in [
            (Answer::One, json!(["Loss", "Theft"])),
            (Answer::One, json!(true)),
            (Answer::Several, json!("Email")),
            (Answer::Several, json!([1])),
            (Answer::Date, json!({"a": 1})),
            (Answer::YesNo, json!(1)),
            (Answer::ByState, json!("MD 12")),
            (Answer::ByState, json!({"MD": [1]})),
        ] {
            assert_eq!(texts(answer, &odd), None, "{odd}");
        }
    }
}
