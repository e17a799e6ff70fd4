"""Planning: targets, Perjanjian Kinerja, Rencana Aksi, budget, and their papers."""
