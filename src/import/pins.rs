//! From printed numbers to a scheme: whether each level runs through or starts again, and which numbers must be pinned.

use crate::model::{Level, Notice, Numbers, Restart, RestartAt};

/// Sets the restarts that need the fewest pins and drops every pin that counting makes needless. Beforehand every item
/// carries its printed number as a pin.
pub fn settle(notice: &mut Notice) {
    let mut restart = Restart::default();
    let options = |preferred| match preferred {
        RestartAt::Never => [RestartAt::Never, RestartAt::Parent],
        RestartAt::Parent => [RestartAt::Parent, RestartAt::Never],
    };
    let events = events(notice);
    let settle_level = |slot: usize, preferred| {
        options(preferred).into_iter().min_by_key(|at| needed(&events, slot, *at).len()).unwrap_or(preferred)
    };
    restart.section = settle_level(1, restart.section);
    restart.topic = settle_level(2, restart.topic);
    restart.issue = settle_level(3, restart.issue);
    restart.measure = settle_level(4, restart.measure);
    notice.numbering.restart = restart;
    drop_needless(notice);
}

/// Slot (part, section, topic, issue, measure) and printed number of every item in official order.
fn events(notice: &Notice) -> Vec<(usize, u32)> {
    let mut out = Vec::new();
    let mut issues = notice.issues.iter().peekable();
    for node in notice.nodes() {
        out.push((node.level as usize, node.number.unwrap_or_default()));
        while let Some(issue) = issues.next_if(|i| i.under == node.id) {
            out.push((3, issue.number.unwrap_or_default()));
            out.extend(issue.measures.iter().map(|m| (4, m.number.unwrap_or_default())));
        }
    }
    out
}

/// The items of a level that counting alone would number otherwise.
fn needed(events: &[(usize, u32)], slot: usize, at: RestartAt) -> Vec<usize> {
    let mut last = 0;
    let mut pins = Vec::new();
    for (index, (found, n)) in events.iter().enumerate() {
        let parent = if slot == 4 { *found == 3 } else { *found < slot.min(3) };
        if parent && at == RestartAt::Parent {
            last = 0;
        }
        if *found == slot {
            if *n == 0 {
                pins.push(index);
                continue;
            }
            if *n != last + 1 {
                pins.push(index);
            }
            last = *n;
        }
    }
    pins
}

fn drop_needless(notice: &mut Notice) {
    let wanted = Numbers::of(notice);
    let events = events(notice);
    let restart = notice.numbering.restart;
    let modes = [RestartAt::Never, restart.section, restart.topic, restart.issue, restart.measure];
    let kept: Vec<usize> = (0..5).flat_map(|slot| needed(&events, slot, modes[slot])).collect();
    let mut index = 0;
    let mut keep = |number: &mut Option<u32>| {
        if !kept.contains(&index) {
            *number = None;
        }
        index += 1;
    };
    // Official order is that of `events`: each heading, its issues with their measures, then the headings under it.
    let order: Vec<_> = notice.nodes().iter().map(|n| n.id.clone()).collect();
    let mut at = 0;
    for id in order {
        if let Some(node) = find(&mut notice.outline, &id) {
            keep(&mut node.number);
        }
        while let Some(issue) = notice.issues.get_mut(at).filter(|i| i.under == id) {
            keep(&mut issue.number);
            issue.measures.iter_mut().for_each(|m| keep(&mut m.number));
            at += 1;
        }
    }
    debug_assert_eq!(wanted, Numbers::of(notice), "dropping a needless pin changes no number");
}

fn find<'a>(
    nodes: &'a mut [crate::model::Node],
    id: &crate::model::NodeId,
) -> Option<&'a mut crate::model::Node> {
    for node in nodes {
        if node.id == *id {
            return Some(node);
        }
        if node.level < Level::Topic
            && let Some(found) = find(&mut node.children, id)
        {
            return Some(found);
        }
    }
    None
}
