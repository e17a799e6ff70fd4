"""*Lihat cara hitung* says where a target stands."""

from decimal import Decimal

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import add_row
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.isi import read_isi
from kinerja_desktop.ui.pengukuran.explanation import explain_figure
from tests.services.kantor.small import TAHUN, fill_kantor


def test_a_target_that_followed_from_months_says_so(office: Office) -> None:
    ids = fill_kantor(office)
    triwulan = Periode(TAHUN, 1)
    add_row(
        office,
        "rencana_aksi_bulanan",
        {"indikator_id": ids["A1"], "tahun": TAHUN, "b3": Decimal(9)},
    )
    add_row(office, "rencana_aksi", {"indikator_id": ids["B1"], "tahun": TAHUN, "tw1": Decimal(9)})
    isi = read_isi(office, triwulan)
    told = {
        str(item.bahan.id): explain_figure(item, triwulan, isi.keterangan[str(item.bahan.id)])
        for group in isi.hasil.sasaran
        for item in group.indikator
    }
    own, of_months = told[str(ids["B1"])], told[str(ids["A1"])]
    assert "<b>Sumber target:</b> Rencana Aksi, dari target bulanan" in of_months
    assert "<b>Sumber target:</b> Rencana Aksi<br>" in own
