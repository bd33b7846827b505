//! The program's allocator, and how long it holds on to memory that was freed.
//!
//! This stands apart because to set that is a call into C, and the program itself is to hold no unsafe code.

use std::ffi::c_long;

use libmimalloc_sys::{mi_option_set_default, mi_option_t};

/// A build makes millions of small strings on every thread, which is where the systems' own allocators are slow.
pub use mimalloc::MiMalloc as Allocator;

/// In milliseconds. Long enough that a build finds again what it freed between one step and the next; kept for a second, a
/// record of a thousand notices would take a sixth more memory, and be built no faster.
const A_MOMENT: c_long = 25;
/// `mi_option_purge_delay` in the `mimalloc.h` of version 2; the bindings do not name it.
const PURGE_DELAY: mi_option_t = 15;

/// Has freed memory kept for a moment before the system gets it back (ten moments where a whole segment is free). By itself
/// mimalloc waits for 10 milliseconds, and a build asks for the same pages again and again, each of which the system has to clear.
/// `MIMALLOC_PURGE_DELAY` in the environment says more than this. To be called first in `main`.
pub fn keep_for_a_moment() {
    // SAFETY: it puts a number into a table of options at a place that it checks, and touches nothing else; no other thread,
    // which would read the table, runs as yet.
    unsafe { mi_option_set_default(PURGE_DELAY, A_MOMENT) }
}
