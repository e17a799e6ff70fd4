"""Speed as ratios measured in one run: against a peer, or against the floor of the machine.

`./dev bench` prints the table; `docs/kinerja-program.md` says what it means.
"""
