//! What open pages are told: which site is served, and what is wrong with the files as they are now.

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use tokio::sync::watch;
use tokio::time::timeout;

/// Shared between those who find changes and those who wait for them.
#[derive(Clone)]
pub struct State(Arc<watch::Sender<News>>);

/// What there is to tell.
#[derive(Debug, Clone, Default, Serialize)]
pub struct News {
    /// Which site is served; counts up from 1, 0 is none.
    pub site: u64,
    /// Which findings are told; counts up with every look.
    pub told: u64,
    /// The findings in words.
    pub problems: String,
    /// They keep the site from being made anew.
    pub refused: bool,
}

/// Browsers and what lies between give up on an answer after half a minute or more.
const PATIENCE: Duration = Duration::from_secs(25);

impl State {
    /// Nothing is served yet.
    pub fn new() -> Self {
        Self(Arc::new(watch::Sender::new(News::default())))
    }

    /// A new site is served; gives its number.
    pub fn accept(&self, problems: String) -> u64 {
        self.0.send_modify(|news| {
            *news = News { site: news.site + 1, told: news.told + 1, problems, refused: false };
        });
        self.0.borrow().site
    }

    /// What is served stays, since the files have errors.
    pub fn refuse(&self, problems: String) {
        self.0.send_modify(|news| {
            *news = News { told: news.told + 1, problems, refused: true, ..*news };
        });
    }

    /// More is known of the files that are served, unless newer ones were refused meanwhile.
    pub fn note(&self, problems: String) {
        self.0.send_if_modified(|news| {
            let served = !news.refused;
            if served {
                *news = News { told: news.told + 1, problems, ..*news };
            }
            served
        });
    }

    /// What there is now.
    pub fn now(&self) -> News {
        self.0.borrow().clone()
    }

    /// What there is once it differs from what a page knows, or as it is when nothing has happened for long.
    pub async fn after(&self, site: u64, told: u64) -> News {
        let mut news = self.0.subscribe();
        let change = timeout(PATIENCE, news.wait_for(|n| (n.site, n.told) != (site, told))).await;
        match change {
            Ok(Ok(news)) => news.clone(),
            _ => self.now(),
        }
    }
}
