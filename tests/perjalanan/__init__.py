"""Whole jobs of a clerk through the real window on a real screen, by keyboard or by mouse alone.

The program runs as a process of its own (`program`) on a screen of its own (`desk`); a `person`
acts by X events only and sees only what stands on the screen (`eyes`). `docs/perjalanan.md` holds
how many steps each job may take.
"""
