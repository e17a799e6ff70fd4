"""Standar operasional prosedur: the office's procedures as data, and cases that follow them.

`formulir`, `langkah`, `model` say what an SOP is; `berkas` reads and writes it, `periksa` checks
it, `usulan` proposes cleaned readings. `kejadian` and `posisi` follow a case through its steps;
`diagram` and `tata_diagram` draw the flowchart for paper and screen alike.
"""
