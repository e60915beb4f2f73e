//! quick
use breachlint::narrative;
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let all: Vec<serde_json::Value> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let dump = std::env::args().nth(2).unwrap_or_default();
    for part in [true, false] {
        let (mut n, mut ct, mut at, mut cl, mut al) = (0, 0, 0, 0, 0);
        for row in &all {
            let s = |k: &str| row[k].as_str().unwrap_or_default().to_owned();
            let text = s("text");
            if s("date").as_str() < "2015" || text.len() <= 20 || row["tune"].as_bool() != Some(part) {
                continue;
            }
            n += 1;
            let nar = narrative::read(&text);
            let r = nar.reading(&text);
            use breachlint::report::terms::Term;
            let show = |why: &str| {
                if dump.contains(why) && part {
                    let ev: Vec<String> =
                        r.evidence().iter().map(|e| format!("{:?}:{} «{}»", e.topic, e.weight, &text[e.span.range()])).collect();
                    let inc: Vec<&str> = nar.of(narrative::Class::Incident).map(|x| &text[x.span.range()]).collect();
                    println!(
                        "== {why} {} | {} | read {:?} {:?}\n   {}\n   {}",
                        s("type"),
                        s("loc"),
                        r.kinds(),
                        r.places(),
                        ev.join(" "),
                        inc.join(" | ").split_whitespace().collect::<Vec<_>>().join(" ").chars().take(520).collect::<String>()
                    );
                }
            };
            if dump.contains('S') && part {
                println!(
                    "STAT {:?} {} {} {:?}",
                    r.leading().map(|e| e.topic),
                    r.kind().is_some(),
                    r.kinds().first().is_some_and(|k| k.0.label() == s("type")),
                    r.kinds().first().map(|k| k.1)
                );
            }
            match r.kind() {
                Some(k) => {
                    ct += 1;
                    if s("type") == k.label() { at += 1 } else { show("T") }
                }
                None => show("N"),
            }
            match r.place() {
                Some(k) => {
                    cl += 1;
                    if s("loc").split(", ").any(|l| l == k.label()) { al += 1 } else { show("L") }
                }
                None => show("P"),
            }
        }
        let p = |a: i32, b: i32| 100.0 * f64::from(a) / f64::from(b);
        println!(
            "tune {part}: n {n}; type commits {:.1} agrees {:.2} ({}/{}); place commits {:.1} agrees {:.2} ({}/{})",
            p(ct, n),
            p(at, ct),
            at,
            ct,
            p(cl, n),
            p(al, cl),
            al,
            cl
        );
    }
}
