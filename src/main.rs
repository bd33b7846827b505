//! Arguments in, exit code out.

use std::process::ExitCode;

/// A build makes millions of small strings on every thread, which is where the systems' own allocators are slow.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    ExitCode::from(gongkai::cli::run(std::env::args_os().collect()))
}
