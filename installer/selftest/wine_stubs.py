"""DLLs that Windows 10 has and Debian's Wine (8.0, 10.0) lacks; nothing here does real work."""

from pathlib import Path

from installer.selftest.compiler import compile_c

_CONVERTER = """
ucnv_open ucnv_close ucnv_reset ucnv_getMaxCharSize ucnv_getName ucnv_getToUCallBack
ucnv_getFromUCallBack ucnv_setToUCallBack ucnv_setFromUCallBack ucnv_cbToUWriteUChars
ucnv_toUnicode ucnv_cbFromUWriteUChars ucnv_toUCountPending ucnv_fromUCountPending
ucnv_getStandardName ucnv_getAvailableName ucnv_countAvailable ucnv_fromUnicode
UCNV_FROM_U_CALLBACK_SUBSTITUTE UCNV_TO_U_CALLBACK_SUBSTITUTE
"""
_RANDOM = """#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE p, SIZE_T n) {
    return SystemFunction036(p, (ULONG)n);
}
"""
# Wine's own aborts in WcsCreateIccProfile; use with WINEDLLOVERRIDES=mscms=n,b.
_COLOURS = """#include <windows.h>
__declspec(dllexport) void *WcsCreateIccProfile(void *a, DWORD b) { return 0; }
__declspec(dllexport) void *OpenColorProfileW(void *a, DWORD b, DWORD c, DWORD d) { return 0; }
__declspec(dllexport) BOOL CloseColorProfile(void *a) { return TRUE; }
__declspec(dllexport) BOOL GetColorProfileFromHandle(void *a, BYTE *b, DWORD *c) { return FALSE; }
"""


def make_stubs(folder: Path) -> None:
    """Compile the stubs; they go into the `system32` of a Wine prefix."""
    folder.mkdir(parents=True, exist_ok=True)
    exports = (
        f"__declspec(dllexport) void *{name}(void) {{ return 0; }}\n" for name in _CONVERTER.split()
    )
    sources = {
        "icuuc.dll": "".join(exports),
        "bcryptprimitives.dll": _RANDOM,
        "mscms.dll": _COLOURS,
    }
    for name, source in sources.items():
        compile_c(source, folder / name, "-shared")
