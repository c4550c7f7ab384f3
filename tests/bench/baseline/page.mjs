// The page that dateline is measured against: what a newsroom developer writes by hand in an afternoon with MapLibre.
// Circles on a raster map, a popup for a statement, a slider for the days. It is kept plain on purpose; do not tune it.
import { Map as LiveMap, NavigationControl, Popup } from "./maplibre-gl.mjs";

const DAY = 86_400_000;
const slider = document.querySelector("input");
const output = document.querySelector("output");

const map = new LiveMap({
  container: "map",
  center: [46.2, 40],
  zoom: 6,
  style: {
    version: 8,
    sources: { base: { type: "raster", tiles: ["https://tiles.test/{z}/{x}/{y}.png"], tileSize: 256, attribution: "Base map" } },
    layers: [{ id: "base", type: "raster", source: "base" }],
  },
});
map.addControl(new NavigationControl());
// The benchmark asks the map what it has drawn.
window.map = map;

const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });

const card = ({ title, date, text, sources }) => {
  const box = document.createElement("div");
  const links = sources.map(({ publisher, url }) => Object.assign(element("a", publisher), { href: url }));
  box.append(element("h3", title), element("time", date), element("p", text), ...links.flatMap((link) => [link, " "]));
  return box;
};

map.on("load", async () => {
  const data = await (await fetch("statements.geojson")).json();
  const days = data.features.map((f) => f.properties.day);
  slider.min = Math.min(...days);
  slider.max = Math.max(...days);
  slider.value = slider.max;

  map.addSource("statements", { type: "geojson", data });
  map.addLayer({
    id: "statements",
    type: "circle",
    source: "statements",
    paint: { "circle-radius": 7, "circle-color": ["get", "colour"], "circle-stroke-width": 1, "circle-stroke-color": "#fff" },
  });

  map.on("click", "statements", ({ features: [feature] }) => {
    new Popup().setLngLat(feature.geometry.coordinates).setDOMContent(card(feature.properties)).addTo(map);
  });
  map.on("mouseenter", "statements", () => (map.getCanvas().style.cursor = "pointer"));
  map.on("mouseleave", "statements", () => (map.getCanvas().style.cursor = ""));

  const show = () => {
    map.setFilter("statements", ["<=", ["get", "day"], slider.valueAsNumber]);
    output.textContent = new Date(slider.valueAsNumber * DAY).toISOString().slice(0, 10);
  };
  slider.addEventListener("input", show);
  show();
});
