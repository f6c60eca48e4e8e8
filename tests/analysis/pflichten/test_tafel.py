"""Every duty on the days that matter: the last day and the day after, the turn of the year, the change of an office.

The register is the shipped one. The meetings and entries beside it are made for this table: one KoK in 2023, one and
one cancelled in 2024, three in 2025, one and one without outcome in 2026, and so on.
"""

from typing import Final

import pytest

from analysis.gremien.bestand import Gremienbestand
from analysis.pflichten.urteil import pflichtstaende
from models.pflichtworte import Pflichtstatus
from tests.pflichten import UNNA, WMK, mit, nachweis, register, sitzung, tag, teilnahme

KOK, RPK, LSP = "kok-wmk", "rpk-wmk", "lsp-unna"
ZEICHEN: Final = {
    Pflichtstatus.ERFUELLT: "e",
    Pflichtstatus.OFFEN: "o",
    Pflichtstatus.UEBERFAELLIG: "u",
    Pflichtstatus.KEIN_BELEG: "k",
    Pflichtstatus.NICHT_ANWENDBAR: "n",
    Pflichtstatus.RECHTSSTAND_PRUEFEN: "r",
    Pflichtstatus.WIDERSPRUECHLICH: "w",
}
TAGE: Final = (
    *("30.04.2022", "01.05.2022", "30.06.2022", "01.07.2022", "31.12.2022", "01.01.2023", "30.04.2023", "01.05.2023"),
    *("31.12.2023", "01.01.2024", "30.04.2024", "01.05.2024", "31.12.2024", "01.01.2025", "30.04.2025", "01.05.2025"),
    *("31.12.2025", "01.01.2026", "30.04.2026", "01.05.2026", "31.12.2026", "01.01.2027"),
)

BESTAND: Final[dict[str, Gremienbestand]] = {
    WMK: mit(
        register(WMK),
        *(
            sitzung(KOK, tag(t), einladung_am=tag("05.04.2022"), protokoll_am=tag("02.01.2023"))
            for t in ("11.05.2022",)
        ),
        *(sitzung(KOK, tag(t)) for t in ("16.11.2022", "10.05.2023", "15.05.2024")),
        *(sitzung(KOK, tag(t)) for t in ("12.03.2025", "14.05.2025", "12.11.2025", "13.05.2026")),
        sitzung(KOK, tag("13.11.2024"), "ausgefallen"),
        sitzung(KOK, tag("11.11.2026"), "geplant"),
        *(sitzung(RPK, tag(t), "ausgefallen") for t in ("06.03.2024", "11.09.2024")),
        sitzung(RPK, tag("13.09.2023"), "geplant"),
        *(sitzung(RPK, tag(t)) for t in ("12.03.2025", "10.09.2025", "11.03.2026")),
        *teilnahme(KOK, tag("10.05.2023"), selbstvertretung=0, oertl_traeger=3),
        *teilnahme(KOK, tag("15.05.2024"), selbstvertretung=2, oertl_traeger=3),
        nachweis("R08", "2023", "mitteilung", "28.04.2023", "kreis"),
        nachweis("R08", "2024", "mitteilung", "05.05.2024", "kreis"),
        nachweis("R08", "2025", "steht_aus", "28.04.2025", "kreis"),
        nachweis("R08", "2026", "steht_aus", "28.04.2026", "traeger"),
        nachweis("R09", "2023", "mitteilung", "30.04.2023", "kreis", "arbeitsgemeinschaft"),
        nachweis("R10", "2023", "mitteilung", "02.05.2023", "traeger", "arbeitsgemeinschaft"),
        nachweis("R10", "2024", "mitteilung", "30.04.2024", "traeger", "gesondert"),
        nachweis("R10", "2025", "entfaellt", "01.04.2025", "traeger"),
        nachweis("R09", "2025", "rechtsauskunft", "01.05.2025", "kreis"),
        nachweis("R13", "2023", "dokument", "02.05.2023", "kreis"),
        nachweis("R16", "einmalig", "dokument", "01.07.2022"),
        nachweis("R21", "2024", "mitteilung", "01.05.2024", "kreis"),
    ),
    UNNA: mit(
        register(UNNA),
        sitzung(LSP, tag("29.09.2025")),
        *teilnahme(LSP, tag("29.09.2025"), selbstvertretung=0, oertl_traeger=9, ueberoertl_traeger=6),
        *teilnahme(LSP, tag("29.09.2025"), leistungserbringer=28, kommune=8),
        sitzung(LSP, tag("28.09.2026")),
        *teilnahme(LSP, tag("28.09.2026"), selbstvertretung=6, oertl_traeger=9, ueberoertl_traeger=6),
        *teilnahme(LSP, tag("28.09.2026"), leistungserbringer=26, kommune=9),
        nachweis("R28", "2024", "bericht", "01.01.2025", region=UNNA),
    ),
}

TAFEL: Final = """
R01 2022 31.12.2022 ooooeeeeeeeeeeeeeeeeee
R01 2023 31.12.2023 .....oooowwwwwwwwwwwww
R01 2024 31.12.2024 .........oooowwwwwwwww
R01 2025 31.12.2025 .............oooeeeeee
R01 2026 31.12.2026 .................ooook
R01 2027 31.12.2027 .....................o
R02 2022 31.12.2022 ooeeeeeeeeeeeeeeeeeeee
R02 2023 31.12.2023 .....oooeeeeeeeeeeeeee
R02 2024 31.12.2024 .........oooeeeeeeeeee
R02 2025 31.12.2025 .............oeewwwwww
R02 2026 31.12.2026 .................oooee
R02 2027 31.12.2027 .....................o
R03 2022 - eeeeeeeeeeeeeeeeeeeeee
R03 2024 31.12.2023 oooooooookkkkkkkkkkkkk
R03 2026 31.12.2025 .........ooooooookkkkk
R03 2028 31.12.2027 .................ooooo
R04 2022-05-11 - ..oookeeeeeeeeeeeeeeee
R04 2022-11-16 - ....okkkkkkkkkkkkkkkkk
R04 2023-05-10 - ........okkkkkkkkkkkkk
R04 2024-05-15 - ............okkkkkkkkk
R04 2025-03-12 - ..............oookkkkk
R04 2025-05-14 - ................okkkkk
R04 2025-11-12 - ................okkkkk
R04 2026-05-13 - ....................ok
R04 2026-11-11 - ....................ok
R05 2022 31.12.2022 oooookkkkkkkkkkkkkkkkk
R05 2023 31.12.2023 .....ooookkkkkkkkkkkkk
R05 2024 31.12.2024 .........oooouuuuuuuuu
R05 2025 31.12.2025 .............oooeeeeee
R05 2026 31.12.2026 .................oooou
R05 2027 31.12.2027 .....................o
R06 einmalig - oooeeeeeeeeeeeeeeeeeee
R07 einmalig - nnnnnnnnnnnnnnnnnnnnnn
R08 2022 30.04.2022 okkkkkkkkkkkkkkkkkkkkk
R08 2023 30.04.2023 .....oeeeeeeeeeeeeeeee
R08 2024 30.04.2024 .........ookeeeeeeeeee
R08 2025 30.04.2025 .............oouuuuuuu
R08 2026 30.04.2026 .................ookkk
R08 2027 30.04.2027 .....................o
R09 2022 30.04.2022 nnnnnnnnnnnnnnnnnnnnnn
R09 2023 30.04.2023 .....oeeeeeeeeeeeeeeee
R09 2024 30.04.2024 .........rrrrrrrrrrrrr
R09 2025 30.04.2025 .............rrkkkkkkk
R09 2026 30.04.2026 .................ookkk
R09 2027 30.04.2027 .....................o
R10 2022 30.04.2022 nnnnnnnnnnnnnnnnnnnnnn
R10 2023 30.04.2023 .....ookeeeeeeeeeeeeee
R10 2024 30.04.2024 .........oeeeeeeeeeeee
R10 2025 30.04.2025 .............onnnnnnnn
R10 2026 30.04.2026 .................ookkk
R10 2027 30.04.2027 .....................o
R11 2022 - nnnnnnnnnnnnnnnnnnnnnn
R11 2023 - .....oooeeeeeeeeeeeeee
R11 2024 - .........owwwwwwwwwwww
R11 2025 - .............ooookkkkk
R11 2026 - .................ooook
R11 2027 - .....................o
R12 2022 - oooookkkkkkkkkkkkkkkkk
R12 2023 - .....ooookkkkkkkkkkkkk
R12 2024 - .........ooookkkkkkkkk
R12 2025 - .............ooookkkkk
R12 2026 - .................ooook
R12 2027 - .....................o
R13 2022 - ooooo.................
R13 2023 - .....oooeeeeeeeeeeeeee
R13 2024 - .........oooo.........
R13 2025 - .............oooo.....
R13 2026 - .................oooo.
R13 2027 - .....................o
R14,R15,R18,R20 2022 - ooooo.................
R14,R15,R18,R20 2023 - .....oooo.............
R14,R15,R18,R20 2024 - .........oooo.........
R14,R15,R18,R20 2025 - .............oooo.....
R14,R15,R18,R20 2026 - .................oooo.
R14,R15,R18,R20 2027 - .....................o
R16 einmalig - kkkeeeeeeeeeeeeeeeeeee
R17 2022 - oooookkkkkkkkkkkkkkkkk
R17 2023 - .....oooowwwwwwwwwwwww
R17 2024 - .........oooeeeeeeeeee
R17 2025 - .............ooookkkkk
R17 2026 - .................ooook
R17 2027 - .....................o
R19 einmalig - kkkkkkkkkkkkkkkkkkkkkk
R21 2022 - nnnnn.................
R21 2023 - .....nnnn.............
R21 2024 - .........nneeeeeeeeeee
R21 2025 - .............nnnn.....
R21 2026 - .................nnnn.
R21 2027 - .....................n
R22 einmalig - kkkkkkkkkrrrrrrrrrrrrr
R23 2024 31.12.2024 .........oooeeeeeeeeee
R23 2025 31.12.2025 .............oooeeeeee
R23 2026 31.12.2026 .................oooee
R23 2027 31.12.2027 .....................o
R24 2024 - .........oooeeeeeeeeee
R24 2025 - .............ooookkkkk
R24 2026 - .................ooook
R24 2027 - .....................o
R25 2024 - .........ooookkkkkkkkk
R25 2025 - .............oooowwwww
R25 2026 - .................oooee
R25 2027 - .....................o
R26 2024 - .........ooookkkkkkkkk
R26 2025 - .............ooookkkkk
R26 2026 - .................ooook
R26 2027 - .....................o
R27 2029 31.01.2029 .........ooooooooooooo
R28 2021 31.12.2021 kkkkkkkkkkkkkkkkkkkkkk
R28 2024 31.12.2024 oooooooooooooeeeeeeeee
R28 2027 31.12.2027 .........ooooooooooooo
R28 2030 31.12.2030 .....................o
R29 2024 - .........ooookkkkkkkkk
R29 2025 - .............oooowwwww
R29 2026 - .................oooee
R29 2027 - .....................o
R30 einmalig - .........kkkkkkkkkkkkk
"""
"""Rules, instance, last day, and the status on each of `TAGE`; a dot: there is no such instance on that day."""


def _soll() -> dict[str, dict[tuple[str, str], tuple[str, str]]]:
    je_tag: dict[str, dict[tuple[str, str], tuple[str, str]]] = {t: {} for t in TAGE}
    for zeile in TAFEL.strip().splitlines():
        regeln, instanz, faellig, zeichen = zeile.split()
        for wann, z in zip(TAGE, zeichen, strict=True):
            je_tag[wann] |= {(r, instanz): (faellig, z) for r in regeln.split(",") if z != "."}
    return je_tag


@pytest.mark.parametrize("wann", TAGE)
def test_every_duty_stands_as_the_table_says(wann: str) -> None:
    ist = {
        (s.pflicht.rule, s.instanz): (f"{s.faellig:%d.%m.%Y}" if s.faellig else "-", ZEICHEN[s.status])
        for bestand in BESTAND.values()
        for s in pflichtstaende(bestand, tag(wann))
    }
    assert ist == _soll()[wann]


def test_the_table_has_every_rule_and_every_status() -> None:
    zeilen = [z.split() for z in TAFEL.strip().splitlines()]
    assert {r for z in zeilen for r in z[0].split(",")} == {f"R{n:02}" for n in range(1, 31)}
    assert set("".join(z[3] for z in zeilen)) == {*ZEICHEN.values(), "."}
