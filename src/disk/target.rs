//! The output folder as the sink of a build.

use super::DiskSink;
use crate::lang::Msg;
use crate::site::Sink;

impl Sink for DiskSink {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Msg> {
        DiskSink::put(self, path, bytes).map(drop).map_err(|e| e.message())
    }
}
