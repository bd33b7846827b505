//! Progress arithmetic: counts by status, with the denominator that includes what is not stated.

use super::Status;

/// How many things stand at each status. Rates of issues and of measures are never mixed: one tally counts one kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    counts: [usize; 6],
    /// Without a stated status.
    pub not_stated: usize,
    /// Past their deadline and not finished.
    pub overdue: usize,
    /// 已销号
    pub closed: usize,
    /// 延期: with a deadline that was moved.
    pub extended: usize,
}

impl Tally {
    /// Counts one.
    pub fn add(&mut self, status: Option<Status>) {
        match status {
            Some(status) => self.counts[status as usize] += 1,
            None => self.not_stated += 1,
        }
    }

    /// Adds the counts of another tally of the same kind.
    pub fn merge(&mut self, other: &Self) {
        for (own, more) in self.counts.iter_mut().zip(other.counts) {
            *own += more;
        }
        self.not_stated += other.not_stated;
        self.overdue += other.overdue;
        self.closed += other.closed;
        self.extended += other.extended;
    }

    /// How many stand at a status.
    pub fn count(&self, status: Status) -> usize {
        self.counts[status as usize]
    }

    /// The denominator: all of them.
    pub fn total(&self) -> usize {
        self.counts.iter().sum::<usize>() + self.not_stated
    }

    /// 已完成 and 已完成并长期坚持.
    pub fn finished(&self) -> usize {
        self.count(Status::Done) + self.count(Status::DoneOngoing)
    }

    /// Whether any status is stated at all.
    pub fn any_stated(&self) -> bool {
        self.total() > self.not_stated
    }

    /// Finished in a hundred, rounded down, so that 99.9 never shows as finished; `None` where there is nothing.
    pub fn percent(&self) -> Option<usize> {
        (self.total() > 0).then(|| self.finished() * 100 / self.total())
    }
}
