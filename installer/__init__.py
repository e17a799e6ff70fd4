"""The packages an office installs: setup.exe for Windows, a .deb for Debian and Ubuntu."""
