"""Every kind of picture as it prints, in grey and as it looks with deuteranopia, for docs/bilder: three contact sheets.

SRB_DATA_DIR=<a demonstration> .venv/bin/python -m scripts.exportbilder [--ziel docs/bilder] [--einzeln ORDNER]
"""

import argparse
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from colorspacious import cspace_convert
from PIL import Image

from presentation.exports.bogendatei import FORMATE
from tests import ansichten

PROJEKT: Final = Path(__file__).resolve().parents[1]
SPALTEN: Final = 4
BREITE: Final = 590
"""Pixels of one picture on a sheet."""
LUFT: Final = 16
FARBEN: Final = 64
SEHWEISE: Final = {"name": "sRGB1+CVD", "cvd_type": "deuteranomaly", "severity": 100}
"""Machado et al. 2009; severity 100 is deuteranopia."""


def grau(bild: Image.Image) -> Image.Image:
    """As a copier prints it."""
    return bild.convert("L").convert("RGB")


def deuteranopie(bild: Image.Image) -> Image.Image:
    """As somebody sees it who lacks the cones for green."""
    werte = np.asarray(bild, dtype=float) / 255
    gesehen = np.clip(cspace_convert(werte, SEHWEISE, "sRGB1"), 0, 1)
    return Image.fromarray((gesehen * 255).round().astype(np.uint8), "RGB")


WEISEN: Final[dict[str, Callable[[Image.Image], Image.Image]]] = {
    "druck": lambda bild: bild,
    "grau": grau,
    "deuteranopie": deuteranopie,
}


def bogen(bilder: Sequence[Image.Image]) -> Image.Image:
    """The pictures in columns, each below the shortest one so far."""
    tiefe, orte = [LUFT] * SPALTEN, []
    for bild in bilder:
        spalte = tiefe.index(min(tiefe))
        orte.append((LUFT + spalte * (BREITE + LUFT), tiefe[spalte]))
        tiefe[spalte] += bild.height + LUFT
    blatt = Image.new("RGB", (LUFT + SPALTEN * (BREITE + LUFT), max(tiefe)), "#D0D0D0")
    for bild, ort in zip(bilder, orte, strict=True):
        blatt.paste(bild, ort)
    return blatt


def main() -> None:
    """Draw all of them with 300 dpi and lay them out."""
    eingabe = argparse.ArgumentParser()
    eingabe.add_argument("--ziel", type=Path, default=PROJEKT / "docs" / "bilder")
    eingabe.add_argument("--einzeln", type=Path, help="Ordner für die Bilder in voller Größe.")
    wahl = eingabe.parse_args()
    gross = {}
    for name, b in ansichten.alle().items():
        gross[name] = Image.open(io.BytesIO(FORMATE["png"].schreibe(b, ansichten.UMSTAND))).convert("RGB")
        print(name, gross[name].size)
    for weise, sieh in WEISEN.items():
        kleine = [
            sieh(b.resize((BREITE, round(b.height * BREITE / b.width)), Image.Resampling.LANCZOS))
            for b in gross.values()
        ]
        bogen(kleine).quantize(FARBEN).save(wahl.ziel / f"exporte_{weise}.png", optimize=True)
        if wahl.einzeln:
            wahl.einzeln.mkdir(parents=True, exist_ok=True)
            for name, bild in gross.items():
                sieh(bild).save(wahl.einzeln / f"{name.replace(' ', '_')}_{weise}.png", dpi=(300, 300))


if __name__ == "__main__":
    main()
