"""A sheet of the help as the little HTML that Qt shows."""

from collections.abc import Sequence
from html import escape

from kinerja_desktop.domain.bantuan.istilah import TERTULIS, ArtiPeringatan
from kinerja_desktop.domain.bantuan.lembar import (
    BlokBantuan,
    KataBantuan,
    LembarBantuan,
    RupaBantuan,
)
from kinerja_desktop.services.bantuan.isi import picture_path
from kinerja_desktop.ui.bantuan.shortcuts import KeyWords

_TAGS = {RupaBantuan.BUTIR: "ul", RupaBantuan.NOMOR: "ol"}
_LIST_STYLE = 'style="margin-left:0; -qt-list-indent:1;"'


def sheet_html(sheet: LembarBantuan, picture_width: int) -> str:
    """Return a sheet with all its sections.

    Args:
        sheet: what is shown.
        picture_width: how wide a picture may be, in pixels.
    """
    parts = [f"<h2>{escape(sheet.judul)}</h2>"]
    for bagian in sheet.bagian:
        if bagian.judul:
            parts.append(f'<h3><a name="{bagian.jangkar}"></a>{escape(bagian.judul)}</h3>')
        # By which a warning is known: for the program, not for people.
        told = [blok for blok in bagian.blok if not blok.teks.startswith(TERTULIS)]
        parts.append(blocks_html(told, picture_width))
    return "".join(parts)


def blocks_html(blocks: Sequence[BlokBantuan], picture_width: int = 0) -> str:
    """Return blocks; items that follow each other are one list."""
    parts: list[str] = []
    opened = ""
    for block in blocks:
        tag = _TAGS.get(block.rupa, "")
        if tag != opened:
            parts.append(f"</{opened}>" if opened else "")
            parts.append(f"<{tag} {_LIST_STYLE}>" if tag else "")
            opened = tag
        parts.append(_block_html(block, picture_width))
    return "".join([*parts, f"</{opened}>" if opened else ""])


def _block_html(block: BlokBantuan, picture_width: int) -> str:
    words = "".join(map(_words_html, block.kata))
    match block.rupa:
        case RupaBantuan.BUTIR | RupaBantuan.NOMOR:
            return f'<li style="margin-bottom:4px;">{words}</li>'
        case RupaBantuan.GAMBAR:
            source = picture_path(block.gambar).as_uri()
            note = f'<span class="redup">{words}</span>'
            return f'<p><img src="{source}" width="{picture_width}"><br>{note}</p>'
        case _:
            return f"<p>{words}</p>"


def _words_html(kata: KataBantuan) -> str:
    text = escape(kata.teks)
    if kata.tautan:
        return f'<a href="{kata.tautan}">{text}</a>'
    return f"<b>{text}</b>" if kata.tebal else text


def fields_html(title: str, fields: Sequence[tuple[str, str]]) -> str:
    """Return what fields ask for, each by its name; nothing when there is none."""
    if not fields:
        return ""
    rows = "".join(f"<p><b>{escape(name)}</b><br>{escape(hint)}</p>" for name, hint in fields)
    return f"<h3>{escape(title)}</h3>{rows}"


def keys_html(title: str, keys: Sequence[KeyWords]) -> str:
    """Return a list of keys; nothing when there is none."""
    if not keys:
        return ""
    rows = "".join(
        f'<tr><td style="padding:1px 10px 1px 0;"><b>{escape(item.keys)}</b></td>'
        f"<td>{escape(item.words)}</td></tr>"
        for item in keys
    )
    return f"<h3>{escape(title)}</h3><table cellspacing=0 cellpadding=2>{rows}</table>"


def print_html(words: str, link: str) -> str:
    """Return a line that prints something when it is pressed."""
    return f'<p><a href="{link}">{escape(words)}</a></p>'


def meanings_html(title: str, meanings: Sequence[ArtiPeringatan]) -> str:
    """Return what warnings mean; nothing when there is none."""
    if not meanings:
        return ""
    parts = [f"<h3>{escape(title)}</h3>"]
    for arti in meanings:
        parts.append(f"<p><b>{escape(arti.judul)}</b></p>{blocks_html(arti.blok)}")
    return "".join(parts)
