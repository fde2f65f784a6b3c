//! From figures to what a page shows: formatting, words, judged differences, charts, sentences.

pub mod charts;
pub mod citations;
pub mod company;
pub mod difference;
pub mod facts;
pub mod fit;
pub mod format;
pub mod listing;
pub mod lists;
pub mod markup;
pub mod moves;
pub mod pay;
pub mod place;
pub mod preparation;
pub mod row;
pub mod sections;
pub mod sentences;
pub mod table;
pub mod takes;
pub mod way;
pub mod words;
pub mod work;
