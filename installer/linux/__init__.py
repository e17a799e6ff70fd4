"""The .deb for Debian 12+ and Ubuntu 24.04+."""
