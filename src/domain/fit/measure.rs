//! The numbers behind a fit.

use super::Rated;

/// What stands for an importance that is not published: the middle of all.
const MIDDLE: f64 = 50.0;

/// Of each rated occupation the percentile of each skill's importance; `parts` are the elements of each skill.
pub fn percentiles(occupations: &[Rated], parts: &[Vec<usize>]) -> Vec<Option<Box<[u8]>>> {
    let elements = occupations.iter().map(|rated| rated.importance.len()).max().unwrap_or_default();
    // A column an element, of all occupations.
    let columns: Vec<Vec<Option<f64>>> = (0..elements)
        .map(|element| {
            let importance = |rated: &Rated| rated.importance.get(element).copied().flatten();
            standings(&occupations.iter().map(importance).collect::<Vec<_>>())
        })
        .collect();
    let of_element = |element: usize, occupation: usize| {
        let standing = columns.get(element).and_then(|column| column.get(occupation)).copied().flatten();
        standing.map_or(MIDDLE, |standing| standing * 100.0)
    };
    let of_skill = |parts: &Vec<usize>, occupation: usize| {
        whole(mean(parts.iter().map(|element| of_element(*element, occupation))).unwrap_or(MIDDLE))
    };
    occupations
        .iter()
        .enumerate()
        .map(|(place, rated)| {
            (!rated.importance.is_empty()).then(|| parts.iter().map(|parts| of_skill(parts, place)).collect())
        })
        .collect()
}

/// The share of all others that are lower, those alike counted half. What is not known stays so.
#[expect(clippy::cast_precision_loss, reason = "less than a thousand occupations")]
pub fn standings(values: &[Option<f64>]) -> Vec<Option<f64>> {
    let mut sorted: Vec<f64> = values.iter().flatten().copied().collect();
    sorted.sort_by(f64::total_cmp);
    let standing = |value: f64| {
        let lower = sorted.partition_point(|other| *other < value);
        let not_higher = sorted.partition_point(|other| *other <= value);
        (lower + not_higher) as f64 / 2.0 / sorted.len() as f64
    };
    values.iter().map(|value| value.map(standing)).collect()
}

/// Pearson's correlation: 1 where two patterns are alike however high they lie, -1 where they are opposite. None where
/// one of them has no pattern.
pub fn correlation(one: [f64; 6], other: [f64; 6]) -> Option<f64> {
    let (one, other) = (centered(one), centered(other));
    let product =
        |one: [f64; 6], other: [f64; 6]| one.iter().zip(other).map(|(one, other)| one * other).sum::<f64>();
    let lengths = (product(one, one) * product(other, other)).sqrt();
    (lengths > 1e-9).then(|| product(one, other) / lengths)
}

fn centered(values: [f64; 6]) -> [f64; 6] {
    let mean = mean(values.into_iter()).unwrap_or_default();
    values.map(|value| value - mean)
}

/// The answers as a pattern, an open one being the mean of the others. None where nothing is answered, or all alike.
pub fn pattern(answers: [Option<u8>; 6]) -> Option<[f64; 6]> {
    let mut given = answers.iter().flatten();
    let first = given.next()?;
    if given.all(|answer| answer == first) {
        return None;
    }
    let mean = mean(answers.iter().flatten().map(|answer| f64::from(*answer)))?;
    Some(answers.map(|answer| answer.map_or(mean, f64::from)))
}

/// The mean of any numbers.
#[expect(clippy::cast_precision_loss, reason = "a few dozen numbers")]
pub fn mean(numbers: impl Iterator<Item = f64>) -> Option<f64> {
    let (count, sum) = numbers.fold((0_usize, 0.0), |(count, sum), number| (count + 1, sum + number));
    (count > 0).then(|| sum / count as f64)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a percentile, from 0 to 100")]
fn whole(percentile: f64) -> u8 {
    percentile.round() as u8
}
