import { X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeCertificate } from "../../src/cli/bench/certificate.ts";
import { Link, SLOW_4G, UNTHROTTLED } from "../../src/cli/bench/link.ts";
import { stubTile, tileResponder } from "../../src/cli/bench/tile.ts";

const RTT = 150;

describe("a slow link", () => {
  it("answers a new host after four round trips and a known one after one", () => {
    const link = new Link(SLOW_4G);
    expect(link.answerAt("a", 1000)).toBe(1000 + 4 * RTT);
    expect(link.answerAt("a", 5000)).toBe(5000 + RTT);
    expect(link.answerAt("b", 5000)).toBe(5000 + 4 * RTT);
  });

  it("makes requests that leave while a host is being reached wait for it, once", () => {
    const link = new Link(SLOW_4G);
    link.answerAt("a", 0);
    expect(link.answerAt("a", 2 * RTT)).toBe(4 * RTT);
  });

  it("carries 1.6 Mbit in about a second, whoever sends them", () => {
    const link = new Link(SLOW_4G);
    const ends = [0, 0, 0, 0].map((now) => link.throughAt(51_200, now));
    expect(ends.map(Math.round)).toEqual([250, 500, 750, 1000]);
  });

  it("keeps no credit from a time when nothing was sent", () => {
    const link = new Link(SLOW_4G);
    expect(link.throughAt(20_475, 10_000)).toBeCloseTo(10_100);
  });
});

describe("a fast link", () => {
  it("waits for nothing", () => {
    const link = new Link(UNTHROTTLED);
    expect([link.answerAt("a", 7), link.throughAt(1e9, 7)]).toEqual([7, 7]);
  });
});

describe("the stand-ins on the network", () => {
  it("sends tiles as heavy as a street map's, always the same", async () => {
    const tile = stubTile();
    expect(Math.abs(tile.length - 12_600)).toBeLessThan(300);
    expect(stubTile().equals(tile)).toBe(true);
    expect((await tileResponder()("GET", "/6/40/24.png", {})).body.equals(tile)).toBe(true);
    expect((await tileResponder()("GET", "/6/40/24.jpg", {})).status).toBe(404);
  });

  it("makes a certificate that other software reads and that fits its key", () => {
    const { key, cert, pin } = makeCertificate();
    const read = new X509Certificate(cert);
    expect([read.subject, read.issuer]).toEqual(["CN=loopback", "CN=loopback"]);
    expect(read.verify(read.publicKey)).toBe(true);
    expect(key).toContain("BEGIN PRIVATE KEY");
    expect(Buffer.from(pin, "base64")).toHaveLength(32);
  });
});
