//! What a page of ours points at. It reads only what our templates write: names in small letters, values in double
//! quotes, `<` and `>` escaped everywhere else.

use std::collections::BTreeSet;

/// The links and anchors of a page.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Markup {
    /// Addresses within the site that the page links to, loads, or sends a form to, with their anchors.
    pub links: BTreeSet<String>,
    /// Every `id`, in its order.
    pub ids: Vec<String>,
    /// The address that the page says is its own.
    pub canonical: Option<String>,
}

impl Markup {
    /// Reads a page.
    #[must_use]
    pub fn of(html: &str) -> Self {
        let mut markup = Self::default();
        for tag in html.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag) {
            let canonical = tag.starts_with("link ") && tag.contains(" rel=\"canonical\"");
            for (name, value) in attributes(tag) {
                match name {
                    "href" if canonical => markup.canonical = Some(unescape(value)),
                    "href" | "src" | "action" if value.starts_with(['/', '#']) => {
                        markup.links.insert(unescape(value));
                    }
                    "id" => markup.ids.push(unescape(value)),
                    _ => {}
                }
            }
        }
        markup
    }

    /// Ids that stand more than once.
    pub fn repeated_ids(&self) -> impl Iterator<Item = &str> {
        let mut seen = BTreeSet::new();
        self.ids.iter().map(String::as_str).filter(move |id| !seen.insert(*id))
    }

    /// Whether the page has what a link such as `#sources` leads to.
    #[must_use]
    pub fn has_anchor(&self, link: &str) -> bool {
        link.strip_prefix('#').is_some_and(|id| self.ids.iter().any(|known| known == id))
    }
}

/// Names and values: `a href="/about" class="x"` has two.
fn attributes(tag: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = tag;
    std::iter::from_fn(move || {
        let (before, after) = rest.split_once("=\"")?;
        let (value, after) = after.split_once('"')?;
        rest = after;
        Some((before.rsplit([' ', '\n']).next().unwrap_or(before), value))
    })
}

/// The inverse of what the templates' escaping does.
fn unescape(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let escapes =
        [("&#38;", "&"), ("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    escapes.iter().fold(text.to_owned(), |text, (escaped, plain)| text.replace(escaped, plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_tells_its_links_and_anchors() {
        let markup = Markup::of(
            "<!doctype html><link rel=\"canonical\" href=\"https://a.example/x\">
             <script src=\"/static/a.js\" defer></script><a class=\"b\" href=\"/compare?a=x&#38;b=y\">1 = 2</a>
             <a href=\"#end\">x</a><a href=\"https://elsewhere.example/\">x</a><form action=\"/search\"></form>
             <h2 id=\"end\">x</h2><p id=\"end\">",
        );
        let links = ["/static/a.js", "/compare?a=x&b=y", "#end", "/search"].map(str::to_owned);
        assert_eq!(markup.links, BTreeSet::from(links));
        assert_eq!(markup.canonical.as_deref(), Some("https://a.example/x"));
        assert_eq!(markup.repeated_ids().collect::<Vec<_>>(), ["end"]);
        assert!(markup.has_anchor("#end") && !markup.has_anchor("#start"));
    }
}
