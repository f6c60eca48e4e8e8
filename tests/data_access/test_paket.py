"""The file of a package: the same bytes for the same content, and nothing damaged, added or hidden is read."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access import signatur
from data_access.importing.mangel import NichtLesbar
from data_access.paket import MANIFEST, SIGNATUR, ist_paket, lies_wuerfel, oeffne
from tests.pakete import ABSENDER, BERICHT, schnuere, schreibe_paket, unterschreibe_neu, zerlege

BWF = "wuerfel/lb_bwf.parquet"


def grund(inhalt: bytes) -> str:
    with pytest.raises(NichtLesbar) as fehler:
        oeffne(inhalt)
    return str(fehler.value)


def test_the_same_content_is_the_same_file_and_says_who_what_and_how(
    vorlage_gefuellt: Path, tmp_path: Path, paket: bytes
) -> None:
    nochmal = schreibe_paket(vorlage_gefuellt, tmp_path / "var")
    assert nochmal == paket
    assert ist_paket(paket)
    assert list(zerlege(paket)) == [MANIFEST, SIGNATUR, "wuerfel/lb_awf.parquet", BWF]
    angaben = oeffne(paket).manifest
    assert (angaben.region.kreis_ags, angaben.region.traeger.kurz, angaben.absender.name) == ("05978", "LWX", ABSENDER)
    (bwf,) = [e for e in angaben.wuerfel if e.grundzahl == "lb_bwf"]
    assert (bwf.fassung, bwf.schutz.k, len(bwf.stichtage), bwf.pruefbericht) == (1, 5, 2, BERICHT)
    assert set(bwf.wahrheiten) == set(bwf.stichtage)


@pytest.mark.parametrize("teil", [MANIFEST, SIGNATUR, BWF])
@pytest.mark.parametrize("wo", [0.1, 0.5, 0.9])
def test_a_flipped_byte_is_found_in_every_member(paket: bytes, teil: str, wo: float) -> None:
    """Once as it comes over the wire (the checksum of the ZIP), once by somebody who packs it again."""
    teile = zerlege(paket)
    stelle = paket.index(teile[teil]) + int(len(teile[teil]) * wo)
    gestoert = bytearray(paket)
    gestoert[stelle] ^= 1
    assert "beschädigt" in grund(bytes(gestoert))
    veraendert = bytearray(teile[teil])
    veraendert[int(len(veraendert) * wo)] ^= 1
    text = grund(schnuere({**teile, teil: bytes(veraendert)}))
    assert any(wort in text for wort in ("Unterschrift stimmt nicht", "verändert", "vereinbarte Form")), text


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
def test_whatever_is_flipped_the_package_is_refused_or_the_same(paket: bytes, data: st.DataObject) -> None:
    """Bytes that say nothing (a time of day in the ZIP) may differ; what is read is what was signed, or nothing."""
    gestoert = bytearray(paket)
    for stelle in data.draw(st.lists(st.integers(0, len(paket) - 1), min_size=1, max_size=3, unique=True)):
        gestoert[stelle] ^= data.draw(st.integers(1, 255))
    try:
        gelesen = oeffne(bytes(gestoert))
    except NichtLesbar:
        return
    assert gelesen == oeffne(paket)


@pytest.mark.parametrize("anteil", [0.2, 0.6, 0.99])
def test_a_cut_file_is_refused(paket: bytes, anteil: float) -> None:
    abgeschnitten = paket[: int(len(paket) * anteil)]
    assert ist_paket(abgeschnitten)
    assert "beschädigt oder unvollständig" in grund(abgeschnitten)


def test_members_that_nobody_signed_are_refused(paket: bytes) -> None:
    teile = zerlege(paket)
    for fremd in ("wuerfel/lb_wfbm.parquet", "../../zugang", "rohdaten.csv"):
        assert "nicht unterschrieben" in grund(schnuere({**teile, fremd: b"x"}))
    assert "fehlt der Teil wuerfel/lb_bwf.parquet" in grund(schnuere({n: t for n, t in teile.items() if n != BWF}))
    assert f"fehlt {MANIFEST} oder {SIGNATUR}" in grund(schnuere({n: t for n, t in teile.items() if n != SIGNATUR}))


def test_nothing_hides_around_the_members_and_nothing_is_unpacked(paket: bytes) -> None:
    teile = zerlege(paket)
    assert "mehr oder weniger" in grund(paket[:-2] + b"\x05\x00hallo")
    with pytest.raises(NichtLesbar):
        oeffne(paket[:-22] + b"versteckt" + paket[-22:])
    assert "neu gepackt" in grund(schnuere(teile, zipfile.ZIP_DEFLATED))
    bombe = schnuere({**teile, BWF: bytes(30_000_000)}, zipfile.ZIP_DEFLATED)
    assert len(bombe) < 100_000
    assert "neu gepackt" in grund(bombe)
    puffer = io.BytesIO(paket)
    with zipfile.ZipFile(puffer, "a") as archiv, pytest.warns(UserWarning, match="Duplicate"):
        archiv.writestr(zipfile.ZipInfo(BWF), b"x")
    assert "doppelt" in grund(puffer.getvalue())


def test_an_edited_manifest_is_refused_even_where_it_still_fits(paket: bytes) -> None:
    teile = zerlege(paket)
    fassung = teile[MANIFEST].replace(b'"fassung": 1', b'"fassung": 2')
    assert "Unterschrift stimmt nicht" in grund(schnuere({**teile, MANIFEST: fassung}))
    fremder = signatur.unterschreibe(teile[MANIFEST], b"ein anderer")
    assert "Unterschrift stimmt nicht" in grund(schnuere({**teile, SIGNATUR: fremder}))


@pytest.mark.parametrize(
    ("stelle", "wert"),
    [
        (("format",), 2),
        (("wuerfel", 0, "grundzahl"), "../../x"),
        (("wuerfel", 0, "fassung"), "1"),
        (("wuerfel", 0, "angaben", "k"), "5"),
        (("wuerfel", 0, "angaben", "guete"), {"mittel": 0.4}),
        (("wuerfel", 0, "wahr"), [1, 2]),
        (("region", "kreis_ags"), "059"),
        (("absender", "name"), "![x](http://woanders.de/bild.png)"),
        (("region", "traeger", "name"), "<b>LWX</b>"),
    ],
)
def test_a_manifest_of_another_form_is_refused(paket: bytes, stelle: tuple[str | int, ...], wert: object) -> None:
    def aendere(objekt: dict[str, object]) -> None:
        ziel: object = objekt
        for schritt in stelle[:-1]:
            ziel = ziel[schritt]  # type: ignore[index]
        ziel[stelle[-1]] = wert  # type: ignore[index]

    text = grund(unterschreibe_neu(paket, aendere))
    assert ("anderes Format" if stelle == ("format",) else "vereinbarte Form") in text


def test_a_member_that_is_no_cube_of_the_right_size_is_refused(paket: bytes) -> None:
    offen = oeffne(paket)
    (bwf,) = [e for e in offen.manifest.wuerfel if e.grundzahl == "lb_bwf"]
    with pytest.raises(NichtLesbar, match="nicht die 3 Zellen"):
        lies_wuerfel(offen.wuerfel(bwf), 3)
    with pytest.raises(NichtLesbar, match="keine lesbare Tabelle"):
        lies_wuerfel(b"PAR1" + bytes(200) + b"PAR1", 3)


def test_the_fingerprint_is_read_aloud_in_groups_and_typed_as_one_likes(paket: bytes) -> None:
    voll = oeffne(paket).fingerabdruck
    gezeigt = signatur.gruppen(voll)
    assert [len(gruppe) for gruppe in gezeigt.split(" ")] == [4] * 8
    assert voll.startswith(gezeigt.replace(" ", ""))
    assert all(signatur.gleicht(t, voll) for t in (gezeigt, gezeigt.upper(), gezeigt.replace(" ", ""), voll))
    assert not any(signatur.gleicht(t, voll) for t in ("", gezeigt[:-1], voll[:-1], "ja"))


def test_keys_come_from_the_secret_and_from_nothing_else() -> None:
    eins, zwei = (signatur.oeffentlicher_schluessel(g) for g in (b"eins", b"zwei"))
    assert eins != zwei
    assert eins == signatur.oeffentlicher_schluessel(b"eins")
    assert signatur.stimmt(b"x", signatur.unterschreibe(b"x", b"eins"), eins)
    assert not signatur.stimmt(b"x", signatur.unterschreibe(b"x", b"eins"), zwei)
    assert not signatur.stimmt(b"x", b"kurz", eins)
