//! A rule's page, taken apart: its words for people, and its examples, which are its tests.

/// What an example is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Must give the rule's finding.
    Wrong,
    /// The nearest case that gives nothing.
    Right,
    /// What `fix` makes of the last Wrong example.
    Fix,
}

/// One example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// The words after the opening fence, such as `yaml base=full also=BR702`.
    pub fence: String,
    /// Its text.
    pub text: String,
}

impl Block {
    /// The value of `key=` in the fence.
    pub fn option(&self, key: &str) -> Option<&str> {
        self.fence.split_whitespace().find_map(|word| word.strip_prefix(key)?.strip_prefix('='))
    }

    /// Whether the fence says `word`.
    pub fn says(&self, word: &str) -> bool {
        self.fence.split_whitespace().any(|candidate| candidate == word)
    }
}

/// A page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// The line after `# `.
    pub title: String,
    /// The first paragraph.
    pub summary: String,
    /// Headings and their prose, examples left out.
    pub sections: Vec<(String, String)>,
    /// The examples, in their order.
    pub blocks: Vec<Block>,
}

impl Page {
    /// Takes `text` apart.
    pub fn parse(text: &str) -> Self {
        let mut page = Self::default();
        let mut fence: Option<(String, String)> = None;
        for line in text.lines() {
            if let Some((_, body)) = &mut fence {
                if line.starts_with("```") {
                    let (fence, text) = fence.take().unwrap_or_default();
                    page.example(fence, text);
                } else {
                    body.push_str(line);
                    body.push('\n');
                }
            } else if let Some(words) = line.strip_prefix("```") {
                fence = Some((words.to_owned(), String::new()));
            } else if let Some(title) = line.strip_prefix("# ") {
                title.clone_into(&mut page.title);
            } else if let Some(heading) = line.strip_prefix("## ") {
                page.sections.push((heading.to_owned(), String::new()));
            } else {
                let prose = match page.sections.last_mut() {
                    Some((_, prose)) => prose,
                    None => &mut page.summary,
                };
                prose.push_str(line);
                prose.push('\n');
            }
        }
        page.summary = page.summary.trim().into();
        for (_, prose) in &mut page.sections {
            *prose = prose.trim().to_owned();
        }
        page
    }

    fn example(&mut self, fence: String, text: String) {
        let kind = match self.sections.last().map(|(heading, _)| heading.as_str()) {
            Some("Wrong") => Kind::Wrong,
            Some("Right") => Kind::Right,
            Some("Fix") => Kind::Fix,
            _ => return,
        };
        self.blocks.push(Block { kind, fence, text });
    }
}
