"""The planning pages: Renstra & IKU, Perjanjian Kinerja, Rencana Aksi, Anggaran."""
