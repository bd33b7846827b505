//! Other forms of a phrase: with a character left out, its middle turned, its items in another order.

/// Whether a text may hold a near miss of a phrase: half of it more often than the whole, or its middle turned. It is told much
/// faster than a list is made ready.
pub fn may_miss(phrase: &str, text: &str) -> bool {
    let middle = phrase.char_indices().nth(phrase.chars().count() / 2).map_or(0, |(at, _)| at);
    let (first, last) = phrase.split_at(middle);
    let count = |word: &str| text.matches(word).count();
    let (one, other) = (count(first), count(last));
    (one.max(other) > 0 && one.max(other) > count(phrase))
        || swapped(&phrase.chars().collect::<Vec<_>>()).is_some_and(|turned| text.contains(&turned))
}

/// The word with each of its characters left out, and itself: two words a slip apart share one of these, but for swaps of
/// neighbours, which share one as well.
pub(super) fn gaps(word: &[char]) -> Vec<Vec<char>> {
    let without = |i: usize| [&word[..i], &word[i + 1..]].concat();
    std::iter::once(word.to_vec()).chain((0..word.len()).map(without)).collect()
}

/// Its characters in the order of their codes, alike for every order in which they may stand.
pub(super) fn sorted(word: &[char]) -> Vec<char> {
    let mut out = word.to_vec();
    out.sort_unstable();
    out
}

/// With the two characters in its middle turned.
pub(super) fn swapped(phrase: &[char]) -> Option<String> {
    let middle = phrase.len() / 2;
    let mut out = phrase.to_vec();
    (middle > 0 && phrase[middle - 1] != phrase[middle]).then(|| {
        out.swap(middle - 1, middle);
        out.into_iter().collect()
    })
}

/// A list of three or four items in every other order.
pub(super) fn reordered(phrase: &str) -> Vec<String> {
    let items: Vec<&str> = phrase.split('、').collect();
    if !(3..=4).contains(&items.len()) {
        return Vec::new();
    }
    let mut orders: Vec<Vec<&str>> = vec![Vec::new()];
    for item in &items {
        let put = |order: &Vec<_>| (0..=order.len()).map(|at| with(order, at, item)).collect::<Vec<_>>();
        orders = orders.iter().flat_map(put).collect();
    }
    orders.into_iter().filter(|order| *order != items).map(|order| order.join("、")).collect()
}

fn with<'w>(order: &[&'w str], at: usize, item: &'w str) -> Vec<&'w str> {
    [&order[..at], &[item], &order[at..]].concat()
}
