import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import { unrolled } from "../../src/cli/layers/antimeridian.ts";
import { feature, layerText, roundedShape, vertices } from "../../src/cli/layers/layer.ts";
import { bridged, isClosed, joined, kmBetween, kmLong, nearestOn, strip } from "../../src/cli/layers/lines.ts";

describe("lines", () => {
  const a: Position[] = [
    [0, 0],
    [1, 0],
  ];
  const b: Position[] = [
    [2, 0],
    [1, 0],
  ];
  const c: Position[] = [
    [1, 0],
    [1, 1],
  ];

  it("are joined where two ends meet, whichever way they run", () => {
    expect(joined([a, b])).toEqual([
      [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
    ]);
  });

  it("stay apart at a fork", () => {
    expect(joined([a, b, c])).toHaveLength(3);
  });

  it("are not kept apart by a line of no length", () => {
    expect(
      joined([
        a,
        [
          [1, 0],
          [1, 0],
        ],
        b,
      ]),
    ).toHaveLength(1);
  });

  it("close to a ring, also over gaps that are small enough", () => {
    const square: Position[][] = [
      [
        [0, 0],
        [0, 1],
      ],
      [
        [0, 1.001],
        [1, 1],
      ],
      [
        [1, 1],
        [0, 0],
      ],
    ];
    expect(joined(square).some(isClosed)).toBe(false);
    expect(joined(bridged(square, 0.2)).map(isClosed)).toEqual([true]);
    expect(joined(bridged(square, 0.05)).some(isClosed)).toBe(false);
  });

  it("are measured in kilometres, a degree of longitude less far from the equator", () => {
    expect(kmBetween([0, 0], [1, 0])).toBeCloseTo(111.3, 0);
    expect(kmBetween([46, 40], [47, 40])).toBeCloseTo(85.3, 0);
    expect(
      kmLong([
        [0, 0],
        [0, 1],
        [0, 2],
      ]),
    ).toBeCloseTo(222.6, 0);
  });

  it("have a nearest point, on them and not on their extension", () => {
    expect(
      nearestOn(
        [
          [0, 0],
          [2, 0],
        ],
        [1, 1],
      ).point[0],
    ).toBeCloseTo(1);
    expect(
      nearestOn(
        [
          [0, 0],
          [2, 0],
        ],
        [5, 0],
      ).point,
    ).toEqual([2, 0]);
  });

  it("have a strip of the width asked for around them, flat at both ends", () => {
    const [box = [], bend = [], ...rest] = strip(
      [
        [46, 40],
        [46, 40.1],
        [46.1, 40.1],
      ],
      5,
    ).filter((_, i) => i !== 1);
    expect(rest).toEqual([]);
    expect(kmBetween(box[0] ?? [], box[3] ?? [])).toBeCloseTo(5, 1);
    expect(box[0]?.[1]).toBeCloseTo(40, 6);
    for (const p of bend) expect(kmBetween(p, [46, 40.1])).toBeCloseTo(2.5, 1);
  });

  it("run on past 180° instead of jumping back", () => {
    expect(
      unrolled([
        [179, 0],
        [-179, 0],
        [-178, 1],
        [179, 1],
      ]),
    ).toEqual([
      [179, 0],
      [181, 0],
      [182, 1],
      [179, 1],
    ]);
    expect(
      unrolled([
        [-179, 0],
        [179, 0],
      ]),
    ).toEqual([
      [-179, 0],
      [-181, 0],
    ]);
  });
});

describe("a layer's text", () => {
  const clockwise: Position[] = [
    [0, 0],
    [0, 1],
    [1, 1],
    [1, 0],
    [0, 0],
  ];

  it("has rounded positions, none twice in a row, rings wound as RFC 7946 has them", () => {
    const shape = roundedShape(
      {
        type: "Polygon",
        coordinates: [
          [
            [0, 0],
            [0, 1.00001],
            [0, 1],
            [1, 1],
            [1, 0],
            [0, 0],
          ],
        ],
      },
      2,
    );
    expect(shape).toEqual({ type: "Polygon", coordinates: [[...clockwise].reverse()] });
  });

  it("has no shape of which rounding leaves nothing", () => {
    const speck: Position[] = [
      [0, 0],
      [0, 0.001],
      [0.001, 0.001],
      [0, 0],
    ];
    expect(roundedShape({ type: "MultiPolygon", coordinates: [[speck], [clockwise]] }, 1)?.type).toBe("Polygon");
    const text = layerText({ features: [feature("speck", {}, { type: "Polygon", coordinates: [speck] })], decimals: 1 });
    expect(JSON.parse(text).features).toEqual([]);
  });

  it("keeps four decimals of a point and never writes -0", () => {
    expect(roundedShape({ type: "Point", coordinates: [46.75281, 39.81768] }, 4)).toEqual({
      type: "Point",
      coordinates: [46.7528, 39.8177],
    });
    expect(Object.is((roundedShape({ type: "Point", coordinates: [-0.00001, 1] }, 4) as { coordinates: Position }).coordinates[0], 0)).toBe(
      true,
    );
  });

  it("counts positions of any shape", () => {
    expect(vertices({ type: "MultiPolygon", coordinates: [[clockwise], [clockwise]] })).toBe(10);
    expect(vertices({ type: "Point", coordinates: [1, 2] })).toBe(1);
  });
});
