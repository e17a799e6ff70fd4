"""The widgets of the page *Prosedur (SOP)*."""

from kinerja_desktop.ui.sop.none_guard import keep_none_alive

keep_none_alive()
