import httpx
import pytest
from starlette.applications import Starlette

from data_access.grenzen import gemeindezuordnung, mitgelieferter, raumgrenzen
from serving.geometrie import geometrierouten

NORD = [("05978032", "nord", "Norden"), ("05978040", "nord", "Norden"), ("05978036", "sued", "Süden")]


def zuordnung(region: str, ebene: str, einteilung: str | None) -> list[tuple[str, str, str]] | None:
    if region == "06411":
        return [("06411000", "06411000", "Darmstadt")]
    if region != "kreis-unna":
        return None
    if ebene == "gemeinde":
        return list(gemeindezuordnung(["05978"]))
    return NORD if (ebene, einteilung) == ("planungsraum", "lsp") else None


@pytest.fixture
def client() -> httpx.AsyncClient:
    app = Starlette(routes=geometrierouten(zuordnung, mitgelieferter))
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://dienst")


@pytest.mark.anyio
async def test_gemeinden_come_as_geometry_without_any_value(client: httpx.AsyncClient) -> None:
    antwort = await client.get("/geo/kreis-unna/gemeinde.geojson")
    assert antwort.headers["content-type"] == "application/geo+json"
    features = antwort.json()["features"]
    assert len(features) == 10
    assert all(f["properties"].keys() == {"gebiet", "name", "i"} for f in features)


@pytest.mark.anyio
async def test_an_einteilung_comes_dissolved(client: httpx.AsyncClient) -> None:
    antwort = await client.get("/geo/kreis-unna/planungsraum.geojson?einteilung=lsp")
    eigenschaften = [f["properties"] for f in antwort.json()["features"]]
    assert eigenschaften == [f["properties"] for f in raumgrenzen(NORD)["features"]]


@pytest.mark.anyio
async def test_hatching_has_its_own_address_and_the_same_areas(client: httpx.AsyncClient) -> None:
    antwort = await client.get("/geo/kreis-unna/planungsraum/schraffur.geojson?einteilung=lsp")
    assert [(f["properties"]["gebiet"], f["geometry"]["type"]) for f in antwort.json()["features"]] == [
        ("nord", "MultiLineString"),
        ("sued", "MultiLineString"),
    ]


@pytest.mark.anyio
async def test_with_a_version_the_browser_keeps_it_for_a_year(client: httpx.AsyncClient) -> None:
    mit = await client.get("/geo/kreis-unna/gemeinde.geojson?v=3")
    ohne = await client.get("/geo/kreis-unna/gemeinde.geojson")
    assert mit.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert ohne.headers["cache-control"] == "public, max-age=60"
    wieder = await client.get("/geo/kreis-unna/gemeinde.geojson", headers={"if-none-match": ohne.headers["etag"]})
    assert (wieder.status_code, wieder.content) == (304, b"")


@pytest.mark.anyio
async def test_the_body_comes_packed(client: httpx.AsyncClient) -> None:
    roh = await client.get("/geo/kreis-unna/gemeinde.geojson", headers={"accept-encoding": "identity"})
    for kodierung in ("br", "gzip"):
        antwort = await client.get("/geo/kreis-unna/gemeinde.geojson", headers={"accept-encoding": kodierung})
        assert antwort.headers["content-encoding"] == kodierung
        assert int(antwort.headers["content-length"]) < len(roh.content) / 3
        assert antwort.content == roh.content


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("pfad", "satz"),
    [
        ("/geo/atlantis/gemeinde.geojson", "Für diese Region, Ebene und Einteilung gibt es keine Karte."),
        ("/geo/kreis-unna/planungsraum.geojson", "Für diese Region, Ebene und Einteilung gibt es keine Karte."),
        (
            "/geo/06411/gemeinde/schraffur.geojson",
            "Für diese Gebiete liegen keine Grenzen vor. Bitte eine Datei mit Grenzen importieren.",
        ),
    ],
)
async def test_what_does_not_exist_is_said_in_a_sentence(client: httpx.AsyncClient, pfad: str, satz: str) -> None:
    antwort = await client.get(pfad)
    assert (antwort.status_code, antwort.text.strip()) == (404, satz)
    assert antwort.headers["cache-control"] == "no-store"
