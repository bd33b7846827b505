# Rules on usage, set phrases, privacy, sums and facts
