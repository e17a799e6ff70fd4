; Every sentence that a clerk reads in the installer and the uninstaller: what is the matter, and
; what to do next. Message boxes have the buttons OK and Cancel alone, because Windows writes those
; in its own language and OK is the same word in both. $Again says how to try once more.
!define T_AGAIN_FILE "jalankan lagi berkas ini."
!define T_AGAIN_UPDATE "buka ${APP_NAME} dan ulangi dari Pengaturan, Pembaruan."
!define T_FILE "Pemasang ${APP_NAME}"
!define T_CAPTION "Pemasang ${APP_NAME} ${VERSION}"
!define T_INSTALL "&Pasang"
!define T_INSTALLING "Memasang ${APP_NAME}"
!define T_UPDATING "Memperbarui ${APP_NAME} ke versi ${VERSION}"
!define T_GOING_BACK "Mengembalikan versi sebelumnya"
!define T_UNINSTALLING "Menghapus ${APP_NAME}"
!define T_WAIT "Tunggu sebentar, jangan matikan PC."
!define T_COPYING "Menyalin berkas program..."
!define T_WAITING "Menunggu ${APP_NAME} ditutup..."
!define T_SWAPPING "Menukar versi lama dengan versi baru..."
!define T_START "&Jalankan ${APP_NAME}"

!define T_WELCOME_TITLE "Pasang ${APP_NAME} ${VERSION}"
!ifdef ALLUSERS
  !define T_WHO "- hak administrator (pemasangan ini untuk semua pengguna PC)"
!else
  !define T_WHO "- tidak perlu internet dan tidak perlu hak administrator"
!endif
!define T_WELCOME "Yang diperlukan:$\r$\n- Windows 10 versi 1809 atau lebih baru, 64-bit$\r$\n- ruang kosong kira-kira 300 MB$\r$\n${T_WHO}$\r$\n$\r$\nBila versi lama sudah terpasang, versi itu diganti dan data kantor tidak diubah.$\r$\n$\r$\nTekan Pasang untuk memulai."
!define T_DONE_TITLE "${APP_NAME} ${VERSION} sudah terpasang"
!ifdef ALLUSERS
  !define T_WHERE "%LOCALAPPDATA%\${APP_ID} milik setiap pengguna"
!else
  !define T_WHERE "$LOCALAPPDATA\${APP_ID}"
!endif
!define T_DONE "Data kantor disimpan terpisah dari program, di:$\r$\n${T_WHERE}$\r$\n$\r$\nBila SmartScreen atau antivirus bertanya, ikuti petunjuk pemasangan (pemasangan.md) yang menyertai berkas ini.$\r$\n$\r$\nTekan Selesai untuk menutup jendela ini."
!define T_NOT_DONE "Belum terpasang"
!define T_NOT_DONE_SUB "Versi yang lama, bila ada, tetap seperti semula."

!define T_WINDOWS "${APP_NAME} memerlukan Windows 10 versi 1809 atau lebih baru, 64-bit.$\r$\n$\r$\nPerbarui Windows di PC ini dahulu, atau pasang di PC lain. Belum ada yang diubah."
!define T_BUSY "Pemasangan, penghapusan, atau pengembalian versi ${APP_NAME} yang lain sedang berjalan.$\r$\n$\r$\nTunggu sampai selesai, lalu $Again"
!define T_RUNNING "${APP_NAME} masih berjalan.$\r$\n$\r$\nTutup jendelanya dahulu, lalu tekan OK."
!define T_STILL_RUNNING "${APP_NAME} belum ditutup, jadi versi programnya belum diganti.$\r$\n$\r$\nTutup semua jendelanya, lalu $Again"
!define T_NEWER "Versi yang lebih baru ($Installed) sudah terpasang.$\r$\n$\r$\nTekan OK hanya bila versi ${VERSION} yang lebih lama memang yang diinginkan."
!define T_NEWER_UPDATE "Versi yang terpasang ($Installed) lebih baru daripada berkas ini (${VERSION}), jadi belum ada yang diubah.$\r$\n$\r$\nPakai berkas pemasang yang lebih baru."
!define T_DRIVE_ROOT "${APP_NAME} tidak dapat dipasang langsung di $INSTDIR.$\r$\n$\r$\nSebutkan sebuah folder di dalamnya. Belum ada yang diubah."
!define T_NETWORK "${APP_NAME} tidak dapat dipasang di folder jaringan ($INSTDIR).$\r$\n$\r$\nPilih folder di PC ini. Belum ada yang diubah."
!define T_NO_DISK "Folder $INSTDIR tidak ada di PC ini.$\r$\n$\r$\nSebutkan folder lengkap dengan nama disknya, misalnya D:\Kinerja. Belum ada yang diubah."
!define T_DATA_FOLDER "$INSTDIR adalah folder data ${APP_NAME}, yang harus terpisah dari program.$\r$\n$\r$\nPilih folder lain. Belum ada yang diubah."
!define T_NOT_OURS "Di $INSTDIR sudah ada folder 'program' yang bukan milik ${APP_NAME}.$\r$\n$\r$\nPilih folder lain. Belum ada yang diubah."
!define T_READ_ONLY "Folder $INSTDIR tidak dapat ditulisi.$\r$\n$\r$\nPilih folder lain, atau minta hak tulis kepada pengelola PC. Belum ada yang diubah."
!define T_ROOM "Ruang kosong di $R0 tidak cukup: diperlukan $R1 MB.$\r$\n$\r$\nKosongkan ruang di sana, lalu $Again Belum ada yang diubah."
!define T_WRITE "Berkas program tidak dapat ditulis. Versi yang lama, bila ada, tetap seperti semula.$\r$\n$\r$\nPeriksa ruang kosong dan antivirus, lalu $Again"
!define T_FILE_FAILED "Disk penuh, atau antivirus menghalangi. Berkas yang tidak dapat ditulis: "
!define T_NO_UNINSTALLER "Program sudah terpasang dan dapat dipakai, tetapi penghapusnya (uninstall.exe) ditahan program lain, misalnya antivirus.$\r$\n$\r$\nNyalakan ulang PC, lalu $Again"
!define T_SWAP "Folder program sedang dipakai program lain (misalnya antivirus atau jendela Explorer). Versi yang lama, bila ada, tetap seperti semula.$\r$\n$\r$\nNyalakan ulang PC, lalu $Again"
!define T_NO_ENTRIES "Program sudah terpasang, tetapi pintasan di menu Start atau di Desktop tidak dapat dibuat.$\r$\n$\r$\nProgram dapat dijalankan dari: $INSTDIR\program\kinerja-desktop.cmd"

!define T_NO_EARLIER "Tidak ada versi sebelumnya di PC ini, jadi belum ada yang diubah.$\r$\n$\r$\nUntuk memakai versi lain, jalankan berkas pemasangnya."
; the page has room for three lines, and a long user name takes two
!define T_UNINSTALL "Data kantor TIDAK dihapus. Letaknya tetap di:$\r$\n${T_WHERE}"
!define T_UNINSTALL_HEAD "Hapus ${APP_NAME}"
!define T_UNINSTALL_SUB "Data kantor tetap ada. Tekan Hapus untuk memulai."
!define T_UNINSTALL_FROM "Program di:"
!define T_REMOVED "Sudah dihapus"
!define T_REMOVED_SUB "${APP_NAME} tidak ada lagi di PC ini. Data kantor tetap ada."
!define T_NOT_REMOVED "Belum dihapus"
!define T_NOT_REMOVED_SUB "Sebagian berkas masih dipakai. Tutup programnya, lalu ulangi."
!define T_KEPT "${APP_NAME} sudah dihapus. Data kantor tidak dihapus. Letaknya:$\r$\n${T_WHERE}$\r$\n$\r$\nHapus folder itu sendiri bila datanya memang tidak diperlukan lagi."
!define T_LEFTOVER "Sebagian berkas program masih dipakai program lain, jadi belum terhapus.$\r$\n$\r$\nNyalakan ulang PC, lalu hapus folder $INSTDIR."
