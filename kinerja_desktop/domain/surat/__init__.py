"""Letters: the register, its numbers, the kinds of naskah dinas and their wording."""
