"""The standard library of a runtime for Windows."""

import zipfile
from pathlib import Path

from installer.windows.config import Payload

# What python.org compiles into python313.dll (sys.builtin_module_names), without test modules.
_BUILT_IN = """
_abc _ast _bisect _blake2 _codecs _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr
_codecs_tw _collections _contextvars _csv _datetime _functools _heapq _imp _interpchannels
_interpqueues _interpreters _io _json _locale _lsprof _md5 _multibytecodec _opcode _operator
_pickle _random _sha1 _sha2 _sha3 _signal _sre _stat _statistics _string _struct _suggestions
_symtable _sysconfig _thread _tokenize _tracemalloc _typing _warnings _weakref _winapi array
atexit binascii builtins cmath errno faulthandler gc itertools marshal math mmap msvcrt nt sys
time winreg zlib
"""
# Modules that others put in place under a name of their own.
_ALIASES = ("os.path", "typing.io", "typing.re")


def read_stdlib(runtime: Path, config: Payload) -> frozenset[str]:
    """Return the names of all modules that the runtime itself brings.

    Raises:
        OSError: the runtime has no standard library.
        zipfile.BadZipFile: it is damaged.
    """
    names = {*_BUILT_IN.split(), *_ALIASES, *(path.stem for path in runtime.glob("*.pyd"))}
    with zipfile.ZipFile(runtime / f"python{config.tag}.zip") as archive:
        for name in archive.namelist():
            if name.endswith((".pyc", ".py")):
                names.add(name.rpartition(".")[0].replace("/", ".").removesuffix(".__init__"))
    return frozenset(names)
