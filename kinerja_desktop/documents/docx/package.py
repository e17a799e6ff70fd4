"""The parts of a DOCX and how they hang together, zipped so that equal parts give equal bytes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kinerja_desktop.documents.docx.xml import content

_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# The first moment that a ZIP can write down: no clock, so that equal papers are equal bytes.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_VML = ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'


def name_spaces() -> str:
    """Return the declarations of all names that our parts use."""
    from docx.oxml.ns import nsmap

    known = ("w", "r", "wp", "a", "pic")
    return " ".join(f'xmlns:{prefix}="{nsmap[prefix]}"' for prefix in known) + _VML


@dataclass
class Package:
    """Gathers parts; the ids of the relationships follow the order in which they came.

    Attributes:
        parts: XML or data of each part of the folder ``word``, by its name there.
    """

    parts: dict[str, bytes] = field(default_factory=dict)
    _targets: dict[str, tuple[str, str]] = field(default_factory=dict)
    _kinds: dict[str, str] = field(default_factory=dict)
    _pictures: dict[bytes, str] = field(default_factory=dict)

    def add(self, name: str, xml: str, kind: str) -> str:
        """Add a part of XML of a kind such as ``FOOTER``; return the id to name it by."""
        return self._relate(name, f"{_START}{xml}".encode(), kind)

    def add_picture(self, data: bytes, kind: str) -> str:
        """Add a PNG or JPEG, each only once; return the id to name it by."""
        if data not in self._pictures:
            suffix = {"PNG": "png", "JPEG": "jpeg"}[kind]
            name = f"media/gambar{len(self._pictures) + 1}.{suffix}"
            self._pictures[data] = self._relate(name, data, "IMAGE")
        return self._pictures[data]

    def _relate(self, name: str, data: bytes, kind: str) -> str:
        self.parts[name] = data
        key = f"rId{len(self._targets) + 1}"
        self._targets[key] = (name, kind)
        self._kinds[name] = kind
        return key

    def to_bytes(self, document: str, properties: Mapping[str, str]) -> bytes:
        """Zip everything.

        Args:
            document: the main part.
            properties: of the file, such as ``title``.
        """
        files = {
            "[Content_Types].xml": self._content_types(),
            "_rels/.rels": _relationships(
                {
                    "rId1": ("word/document.xml", "OFFICE_DOCUMENT"),
                    "rId2": ("docProps/core.xml", "CORE_PROPERTIES"),
                }
            ),
            "docProps/core.xml": _core(properties),
            "word/document.xml": f"{_START}{document}".encode(),
            "word/_rels/document.xml.rels": _relationships(self._targets),
            **{f"word/{name}": data for name, data in self.parts.items()},
        }
        out = BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as archive:
            for name, data in files.items():
                info = ZipInfo(name, _MOMENT)
                info.compress_type = ZIP_DEFLATED
                archive.writestr(info, data)
        return out.getvalue()

    def _content_types(self) -> bytes:
        from docx.opc.constants import CONTENT_TYPE, NAMESPACE

        defaults = {
            "rels": CONTENT_TYPE.OPC_RELATIONSHIPS,
            "xml": CONTENT_TYPE.XML,
            "png": CONTENT_TYPE.PNG,
            "jpeg": CONTENT_TYPE.JPEG,
        }
        overrides = {
            "/word/document.xml": CONTENT_TYPE.WML_DOCUMENT_MAIN,
            "/docProps/core.xml": CONTENT_TYPE.OPC_CORE_PROPERTIES,
            **{
                f"/word/{name}": getattr(CONTENT_TYPE, f"WML_{kind}")
                for name, kind in self._kinds.items()
                if kind != "IMAGE"
            },
        }
        lines = [
            *(
                f'<Default Extension="{end}" ContentType="{kind}"/>'
                for end, kind in defaults.items()
            ),
            *(
                f'<Override PartName="{name}" ContentType="{kind}"/>'
                for name, kind in overrides.items()
            ),
        ]
        space = NAMESPACE.OPC_CONTENT_TYPES
        return f'{_START}<Types xmlns="{space}">{"".join(lines)}</Types>'.encode()


def _relationships(targets: Mapping[str, tuple[str, str]]) -> bytes:
    from docx.opc.constants import NAMESPACE, RELATIONSHIP_TYPE

    lines = "".join(
        f'<Relationship Id="{key}" Type="{getattr(RELATIONSHIP_TYPE, kind)}" Target="{name}"/>'
        for key, (name, kind) in targets.items()
    )
    space = NAMESPACE.OPC_RELATIONSHIPS
    return f'{_START}<Relationships xmlns="{space}">{lines}</Relationships>'.encode()


def _core(properties: Mapping[str, str]) -> bytes:
    from docx.oxml.ns import nsmap

    spaces = " ".join(f'xmlns:{prefix}="{nsmap[prefix]}"' for prefix in ("cp", "dc"))
    lines = "".join(
        f"<{name}>{content(text)}</{name}>" for name, text in properties.items() if text
    )
    return f"{_START}<cp:coreProperties {spaces}>{lines}</cp:coreProperties>".encode()
