"""Photos and logos, checked and made fit for paper."""
