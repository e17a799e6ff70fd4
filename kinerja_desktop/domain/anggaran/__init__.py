"""The budget: pagu and realisasi, summed from sub kegiatan upward."""
