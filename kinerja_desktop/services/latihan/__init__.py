"""The practice office: an invented kecamatan with two years of work, and the way out of it."""
