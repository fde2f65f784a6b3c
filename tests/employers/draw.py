"""Draws pairs of employers' names that look alike, to be labelled by hand before any rule is run on them.

    python3 draw.py RELEASES > drawn.csv

Names: employers of the LCA filings of 2022-25 with three filings or more, and the thousand large companies. A pair shares
a word of four letters or more that at most 150 names have. Likeness: the share of three-letter pieces in common. From each of two bands
of likeness as many are drawn, by a fixed seed. No legal form is cut and no spelling is mended before: what a rule should
make of them is what is asked.
"""
import collections, csv, gzip, os, random, re, sys

SEED = 20260127
BANDS = [(0.55, 0.75), (0.75, 1.01)]
EACH = 360

def pieces(name):
    text = f"  {name} "
    return {text[at:at + 3] for at in range(len(text) - 2)}

def main(releases):
    filings, titles = collections.Counter(), collections.defaultdict(collections.Counter)
    with gzip.open(os.path.join(releases, "lca/employer_title_soc_filings_2022_2025.csv.gz"), "rt") as file:
        for row in csv.DictReader(file):
            filings[row["employer"]] += int(row["n_filings"])
            titles[row["employer"]][row["soc_title"]] += int(row["n_filings"])
    states = collections.defaultdict(collections.Counter)
    with gzip.open(os.path.join(releases, "lca/lca_certified_fy2024q1.csv.gz"), "rt") as file:
        for row in csv.DictReader(file):
            states[row["EMPLOYER_NAME"].upper().strip()][row["WORKSITE_STATE"]] += 1
    large = {}
    with open(os.path.join(releases, "companies/large_us_companies_fy2023.csv")) as file:
        for row in csv.DictReader(file):
            large[row["company"].upper()] = f"large company, {row['industry']}, {row['hq_state']}"
    names = sorted({name for name, count in filings.items() if count >= 3 and name} | set(large))
    by_word = collections.defaultdict(list)
    for name in names:
        for word in set(re.findall(r"\w{4,}", name)):
            by_word[word].append(name)
    pairs = [set() for _ in BANDS]
    kept = {name: pieces(name) for name in names}
    seen = set()
    for word in sorted(by_word):
        members = by_word[word]
        if len(members) > 150:
            continue
        for at, one in enumerate(members):
            for other in members[at + 1:]:
                if (one, other) in seen:
                    continue
                seen.add((one, other))
                common = len(kept[one] & kept[other])
                likeness = common / (len(kept[one]) + len(kept[other]) - common)
                for band, (least, most) in enumerate(BANDS):
                    if least <= likeness < most:
                        pairs[band].add((one, other))
    chance = random.Random(SEED)
    def about(name):
        parts = [large[name]] if name in large else []
        if filings[name]:
            parts.append(f"{filings[name]} filings: " + ", ".join(t for t, _ in titles[name].most_common(3)))
        if states[name]:
            parts.append("works in " + " ".join(s for s, _ in states[name].most_common(4)))
        return "; ".join(parts)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["band", "one", "other", "about_one", "about_other"])
    drawn = [(band, pair) for band, found in enumerate(pairs) for pair in chance.sample(sorted(found), EACH)]
    print([len(found) for found in pairs], file=sys.stderr)
    chance.shuffle(drawn)
    for band, (one, other) in drawn:
        out.writerow([band, one, other, about(one), about(other)])

main(sys.argv[1])
