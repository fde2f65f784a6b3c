//! Choosing by a fixed seed: the same choice on every run.

/// A linear congruential sequence.
pub struct Chance(usize);

impl Chance {
    pub fn new(seed: usize) -> Self {
        Self(seed)
    }

    /// One of the items.
    pub fn of<'i, T>(&mut self, items: &'i [T]) -> &'i T {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        &items[(self.0 >> 33) % items.len()]
    }
}
