"""The widgets of the page *Prosedur (SOP)*."""
