"""A document as neutral blocks, before any renderer: words, tables, charts, signatures."""
