//! Employers by name: nobody numbers them in public, so that one organisation stands under many spellings.
//!
//! `docs/decisions/0007-one-employer-under-several-names.md` has the rule, and how it was measured.

use std::collections::{BTreeMap, HashMap};

/// What kind of legal person a name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LegalForm {
    /// Inc., Corp., Co., Ltd.: employers write one for the other.
    Corporation,
    /// LLC
    LimitedLiability,
    /// LP, LLP
    Partnership,
    /// PC, PLLC: of doctors, lawyers, engineers.
    Professional,
}

/// Endings that say a legal form.
const FORMS: [(&str, LegalForm); 18] = [
    ("INC", LegalForm::Corporation),
    ("INCORPORATED", LegalForm::Corporation),
    ("CORP", LegalForm::Corporation),
    ("CORPORATION", LegalForm::Corporation),
    ("CO", LegalForm::Corporation),
    ("COMPANY", LegalForm::Corporation),
    ("LTD", LegalForm::Corporation),
    ("LIMITED", LegalForm::Corporation),
    ("PBC", LegalForm::Corporation),
    ("PLC", LegalForm::Corporation),
    ("NA", LegalForm::Corporation),
    ("LLC", LegalForm::LimitedLiability),
    ("LLP", LegalForm::Partnership),
    ("LP", LegalForm::Partnership),
    ("LLLP", LegalForm::Partnership),
    ("PLLP", LegalForm::Partnership),
    ("PC", LegalForm::Professional),
    ("PLLC", LegalForm::Professional),
];

/// Words that begin what a name says beside itself: under what else it trades, or what it was called before.
const ALSO: [&str; 5] = ["DBA", "FKA", "AKA", "FORMERLY", "NKA"];

/// Words that are often cut short.
const SHORT: [(&str, &str); 12] = [
    ("UNIV", "UNIVERSITY"),
    ("INTL", "INTERNATIONAL"),
    ("NATL", "NATIONAL"),
    ("SVCS", "SERVICES"),
    ("SVC", "SERVICE"),
    ("MGMT", "MANAGEMENT"),
    ("CTR", "CENTER"),
    ("CENTRE", "CENTER"),
    ("HOSP", "HOSPITAL"),
    ("MFG", "MANUFACTURING"),
    ("DEPT", "DEPARTMENT"),
    ("DIST", "DISTRICT"),
];

impl LegalForm {
    fn of(word: &str) -> Option<Self> {
        FORMS.iter().find(|(ending, _)| *ending == word).map(|(_, form)| *form)
    }

    fn words(self) -> &'static str {
        match self {
            Self::Corporation => "INC",
            Self::LimitedLiability => "LLC",
            Self::Partnership => "LP",
            Self::Professional => "PC",
        }
    }
}

/// A name taken apart.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EmployerName {
    /// What its spellings share: capital letters, `&` as AND, no punctuation, no THE before it, no legal form after it,
    /// nothing of what it says beside itself, and words spelled out. "META PLATFORMS"
    pub core: String,
    /// The legal form, where it says one.
    pub form: Option<LegalForm>,
}

impl EmployerName {
    /// Takes a name as an employer writes it. A name without a letter or digit has an empty core.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let name = name.to_uppercase().replace('&', " AND ");
        let name = name.replace("D/B/A", " DBA ").replace("F/K/A", " FKA ").replace("A/K/A", " AKA ");
        let name = without_own_initials(&name);
        // L.L.C. is one word, as are the names with an apostrophe.
        let name: String = name.chars().filter(|letter| !matches!(letter, '.' | '\'' | '’' | '`')).collect();
        let all: Vec<&str> =
            name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let also = all.iter().position(|word| ALSO.contains(word)).filter(|place| *place > 0);
        let mut words = all.get(..also.unwrap_or(all.len())).unwrap_or_default();
        if let ["THE", rest @ ..] = words
            && !rest.is_empty()
        {
            words = rest;
        }
        let mut form = None;
        while let [before @ .., last] = words
            && !before.is_empty()
            && let Some(said) = LegalForm::of(last)
        {
            form = Some(said);
            words = before;
        }
        Self { core: words.iter().copied().map(spelled_out).collect::<Vec<_>>().join(" "), form }
    }
}

fn spelled_out(word: &str) -> &str {
    SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| *long)
}

/// "ELECTRIC POWER RESEARCH INSTITUTE INC (EPRI)" without the brackets: they hold nothing but its own initials.
fn without_own_initials(name: &str) -> String {
    let Some((before, inside)) = name.split_once('(') else { return name.to_owned() };
    let Some((inside, after)) = inside.split_once(')') else { return name.to_owned() };
    let initials = |small: bool| -> String {
        before
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| LegalForm::of(word).is_none())
            .filter(|word| small || !matches!(*word, "THE" | "OF" | "AND" | "FOR" | "AT" | "IN"))
            .filter_map(|word| word.chars().next())
            .collect()
    };
    let inside: String = inside.chars().filter(|letter| letter.is_alphanumeric()).collect();
    if inside.chars().count() > 1 && (inside == initials(true) || inside == initials(false)) {
        format!("{before} {after}")
    } else {
        name.to_owned()
    }
}

/// Of the filings under a name whose spellings say several legal forms, the share that one form needs to have those too
/// that say none.
const MOST_OF_THEM: f64 = 0.8;

/// Which spellings are one employer.
///
/// Spellings with one core are one employer as long as they say one legal form or none. Where they say several they may
/// be several legal persons: each form stands apart, and what says none goes with the form that has most filings, or
/// stands apart too where none has four fifths of them. What people decided (`data/company_aliases.csv`) comes after.
#[derive(Debug, Default)]
pub struct Employers {
    /// How often each form of a core stands.
    forms: BTreeMap<String, BTreeMap<Option<LegalForm>, u64>>,
    aliases: HashMap<String, String>,
}

impl Employers {
    /// Without any name yet; `aliases` leads from an employer's key to that of the one that it is.
    #[must_use]
    pub fn new(aliases: HashMap<String, String>) -> Self {
        Self { forms: BTreeMap::new(), aliases }
    }

    /// Adds a spelling and how often it stands. All have to be there before any is asked for.
    pub fn add(&mut self, name: &EmployerName, filings: u64) {
        *self.forms.entry(name.core.clone()).or_default().entry(name.form).or_default() += filings;
    }

    /// What all spellings of an employer share, and those of no other: "META PLATFORMS", or "BARCLAYS SERVICES LLC" beside
    /// a corporation of that name with more filings.
    #[must_use]
    pub fn key(&self, name: &EmployerName) -> String {
        let own = self.own_key(name);
        self.aliases.get(&own).cloned().unwrap_or(own)
    }

    /// The same before what people decided.
    #[must_use]
    pub fn own_key(&self, name: &EmployerName) -> String {
        let core = &name.core;
        let Some(forms) = self.forms.get(core) else { return core.clone() };
        let said = || forms.iter().filter_map(|(form, count)| form.map(|form| (form, *count)));
        let all: u64 = said().map(|(_, count)| count).sum();
        // Of two with as many the first of the list.
        let Some((main, most)) = said().rev().max_by_key(|(_, count)| *count) else { return core.clone() };
        match name.form {
            Some(form) if form != main => format!("{core} {}", form.words()),
            #[expect(clippy::cast_precision_loss, reason = "far fewer than an f64 can count")]
            None if (most as f64) < MOST_OF_THEM * all as f64 => format!("{core} (NO FORM)"),
            _ => core.clone(),
        }
    }
}

/// A name in capital letters as it is read easily: "Brillius Technologies LLC". Others stay as they are.
#[must_use]
pub fn readable(name: &str) -> String {
    /// Short words that are no initials.
    const WORDS: [&str; 42] = [
        "AIR", "ALL", "ART", "AUTO", "BAY", "BEST", "BIG", "BIO", "BLUE", "CARE", "CITY", "CO", "DATA",
        "EAST", "GAS", "INC", "INFO", "LAB", "LABS", "LAKE", "LAW", "LTD", "MED", "NET", "NEW", "OAK", "OIL",
        "ONE", "RED", "SAN", "SKY", "SOFT", "SON", "SONS", "ST", "SUN", "TECH", "TEX", "VAN", "WAL", "WAY",
        "ZEN",
    ];
    const SMALL: [&str; 9] = ["AND", "AT", "FOR", "IN", "OF", "ON", "THE", "TO", "BY"];
    if name.contains(char::is_lowercase) {
        return name.to_owned();
    }
    let part = |part: &str| {
        let letters: String = part.chars().filter(|letter| letter.is_alphabetic()).collect();
        let spoken = letters.contains(['A', 'E', 'I', 'O', 'U', 'Y']) && letters.len() > 3;
        if spoken || WORDS.contains(&letters.as_str()) { capitalized(part) } else { part.to_owned() }
    };
    let word = |(place, word): (usize, &str)| match (SMALL.contains(&word), place) {
        (true, 0) => capitalized(word),
        (true, _) => word.to_lowercase(),
        (false, _) => word.split('-').map(part).collect::<Vec<_>>().join("-"),
    };
    let words: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
    words.into_iter().enumerate().map(word).collect::<Vec<_>>().join(" ")
}

/// A capital letter at the start and after each sign that is no letter or apostrophe.
fn capitalized(word: &str) -> String {
    let mut starts = true;
    word.chars()
        .map(|letter| {
            let shown = if starts { letter } else { letter.to_lowercase().next().unwrap_or(letter) };
            starts = !letter.is_alphanumeric() && !matches!(letter, '\'' | '’');
            shown
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spellings_of_one_employer_share_a_core() {
        for (name, core) in [
            ("Meta Platforms, Inc. ", "META PLATFORMS"),
            ("META  PLATFORMS INC", "META PLATFORMS"),
            ("Merck Sharp & Dohme L.L.C.", "MERCK SHARP AND DOHME"),
            ("The Procter & Gamble Company", "PROCTER AND GAMBLE"),
            ("Exzac Inc. dba Matrix-IFS", "EXZAC"),
            ("Exzac, Inc. D/B/A Matrix", "EXZAC"),
            ("NEW NAME LLC F/K/A OLD NAME INC", "NEW NAME"),
            ("St. Peter's Hospital", "ST PETERS HOSPITAL"),
            ("UNIV OF MAINE", "UNIVERSITY OF MAINE"),
            ("Electric Power Research Institute, Inc. (EPRI)", "ELECTRIC POWER RESEARCH INSTITUTE"),
            ("Massachusetts Institute of Technology (MIT)", "MASSACHUSETTS INSTITUTE OF TECHNOLOGY"),
            ("Toyota Tsusho (Thailand) Ltd", "TOYOTA TSUSHO THAILAND"),
            ("Company, The", "COMPANY THE"),
            ("The Inc", "INC"),
            ("LLC", "LLC"),
            ("DBA Systems", "DBA SYSTEMS"),
            ("…", ""),
        ] {
            assert_eq!(EmployerName::of(name).core, core, "{name}");
        }
        assert_eq!(EmployerName::of("A Co., Inc.").form, Some(LegalForm::Corporation));
        assert_eq!(EmployerName::of("A & B PLLC").form, Some(LegalForm::Professional));
        assert_eq!(EmployerName::of("A").form, None);
    }

    #[test]
    fn other_legal_forms_stand_apart() {
        let mut employers = Employers::new(HashMap::from([("SLALOM LLC".to_owned(), "SLALOM".to_owned())]));
        for (name, filings) in [
            ("Barclays Services Corp", 1780),
            ("Barclays Services", 5),
            ("Barclays Services LLC", 300),
            ("Slalom, Inc.", 546),
            ("Slalom, LLC", 524),
            ("Slalom", 9),
            ("Zoox", 3),
            ("Zoox, Inc.", 700),
        ] {
            employers.add(&EmployerName::of(name), filings);
        }
        let key = |name| employers.key(&EmployerName::of(name));
        assert_eq!(key("Barclays Services Corporation"), "BARCLAYS SERVICES");
        assert_eq!(key("BARCLAYS SERVICES"), "BARCLAYS SERVICES");
        assert_eq!(key("Barclays Services L.L.C."), "BARCLAYS SERVICES LLC");
        assert_eq!(key("Slalom Inc"), "SLALOM");
        assert_eq!(key("Slalom"), "SLALOM (NO FORM)");
        assert_eq!(key("Slalom LLC"), "SLALOM", "people decided");
        assert_eq!(key("Zoox"), key("ZOOX INC"));
        assert_eq!(key("Unheard Of LLC"), "UNHEARD OF");
    }

    #[test]
    fn capitals_become_readable() {
        for (name, shown) in [
            ("BRILLIUS TECHNOLOGIES LLC", "Brillius Technologies LLC"),
            ("UNIVERSITY OF MAINE", "University of Maine"),
            ("THE COCA-COLA CO.", "The Coca-Cola Co."),
            ("ST PETER'S HOSPITAL INC", "St Peter's Hospital Inc"),
            ("IBM CORPORATION", "IBM Corporation"),
            ("RK INFOTECH LLC", "RK Infotech LLC"),
            ("UT-BATTELLE LLC", "UT-Battelle LLC"),
            ("eBay Inc.", "eBay Inc."),
        ] {
            assert_eq!(readable(name), shown);
        }
    }

    proptest! {
        #[test]
        fn a_core_is_its_own_core(name in "\\PC{0,40}") {
            let core = EmployerName::of(&name).core;
            let again = EmployerName::of(&core).core;
            // A core may end in what looks like a legal form, or begin with an article: "THE THE".
            prop_assert!(core.ends_with(&again) || core.starts_with(&again));
            let _ = readable(&name);
        }
    }
}
