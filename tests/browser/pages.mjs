// One of every type of page, and the answer it gives. Every suite and the screenshots go through this list.

/** Comparisons name their careers as the page shows them, for the tests that look for the names on screen. */
export const comparisons = [
  {
    name: "founding-pair",
    path: "/compare/patient-services-manager-vs-medical-director",
    careers: ["Patient Services Manager", "Medical Director"],
  },
  {
    name: "two-careers",
    path: "/compare/registered-nurses-vs-software-developers",
    careers: ["Registered Nurses", "Software Developers"],
  },
  {
    name: "three-careers",
    path: "/compare/registered-nurses-vs-software-developers-vs-electricians",
    careers: ["Registered Nurses", "Software Developers", "Electricians"],
  },
  {
    name: "four-careers",
    path: "/compare/registered-nurses-vs-software-developers-vs-electricians-vs-lawyers",
    careers: ["Registered Nurses", "Software Developers", "Electricians", "Lawyers"],
  },
];

export const occupation = { name: "occupation", path: "/careers/registered-nurses" };

export const pages = [
  { name: "home", path: "/" },
  { name: "compare-picker", path: "/compare" },
  ...comparisons,
  { name: "comparison-with-shared-name", path: "/compare/teacher-vs-registered-nurses" },
  { name: "explore", path: "/careers" },
  { name: "explore-in-place", path: "/careers?in=wa&education=bachelors&sort=pay" },
  {
    name: "explore-every-column",
    path: "/careers?col=pay&col=range&col=jobs&col=growth&col=new&col=openings&col=education&col=home&col=women&col=age&col=interest",
  },
  { name: "explore-nothing-fits", path: "/careers?q=nurse&education=no_credential&pay_min=200000" },
  { name: "explore-wrong", path: "/careers?pay_min=abc&page=-1&in=atlantis&group=99" },
  { name: "too-many-ticked", path: "/compare?with=actors&with=lawyers&with=cashiers&with=carpenters&with=judges" },
  { name: "match", path: "/match" },
  {
    name: "match-answered",
    path: "/match?realistic=5&investigative=3&artistic=1&social=1&enterprising=1&conventional=3&skill=repairing&skill=biology&education=high_school&study=step&pay=45000&in=oh",
  },
  { name: "match-nothing-fits", path: "/match?education=no_credential&pay=300000" },
  { name: "match-wrong", path: "/match?realistic=9&skill=luck&education=school&study=long&pay=lots&in=washing" },
  { name: "match-interests", path: "/match/interests?skill=biology" },
  occupation,
  { name: "title", path: "/careers/medical-director" },
  { name: "shared-name", path: "/careers/teacher" },
  { name: "professions", path: "/professions" },
  { name: "professions-by-pay", path: "/professions?sort=pay" },
  { name: "professions-unknown-order", path: "/professions?sort=beauty" },
  { name: "major-group", path: "/professions/healthcare-practitioners-and-technical-occupations" },
  { name: "minor-group", path: "/professions/preschool-elementary-middle-secondary-and-special-education-teachers" },
  { name: "broad-group", path: "/professions/cashiers-group" },
  { name: "military-group", path: "/professions/military-specific-occupations" },
  { name: "unknown-group", path: "/professions/no-such-group", status: 404 },
  { name: "pay", path: "/careers/registered-nurses/pay" },
  { name: "pay-in-a-place", path: "/careers/registered-nurses/pay?in=wa&amount=40&unit=hour" },
  { name: "pay-by-the-hour", path: "/careers/actors/pay?in=narnia" },
  { name: "places", path: "/places" },
  { name: "state", path: "/places/wa" },
  { name: "metropolitan-area", path: "/places/boston-cambridge-newton-ma-nh" },
  { name: "unknown-place", path: "/places/narnia", status: 404 },
  { name: "search", path: "/search?q=nurse" },
  { name: "search-empty", path: "/search" },
  { name: "search-nothing-found", path: "/search?q=zzzzqq" },
  { name: "styleguide", path: "/styleguide" },
  { name: "sources", path: "/sources" },
  { name: "about", path: "/about" },
  { name: "unknown-address", path: "/no-such-page", status: 404 },
  { name: "unknown-career", path: "/careers/no-such-career", status: 404 },
  { name: "unknown-side", path: "/compare/registered-nurses-vs-no-such-career", status: 404 },
  { name: "same-career-twice", path: "/compare/registered-nurses-vs-registered-nurses", status: 400 },
  {
    name: "five-careers",
    path: "/compare/registered-nurses-vs-software-developers-vs-electricians-vs-lawyers-vs-carpenters",
    status: 400,
  },
  { name: "empty-side", path: "/compare/registered-nurses-vs-", status: 400 },
];
