//! Arguments in, exit code out.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: gongkai_memory::Allocator = gongkai_memory::Allocator;

fn main() -> ExitCode {
    gongkai_memory::keep_for_a_moment();
    ExitCode::from(gongkai::cli::run(std::env::args_os().collect()))
}
