"""Plain values that all parts share: jobs and their options, events, errors."""
