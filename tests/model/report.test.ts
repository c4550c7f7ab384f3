import { expect, it } from "vitest";
import { reportAddress } from "../../src/model/report.ts";

const record = { id: "20310402-alder-ban", url: "https://lake.example/mira/s/20310402-alder-ban/", version: "abc" };

it("an error is reported at the dossier's address with the record filled in, so that no text of it can add to the address", () =>
  expect(reportAddress({ report: "mailto:desk@lake.example?subject={id}%20({version})&body={url}", contact: null }, record)).toBe(
    "mailto:desk@lake.example?subject=20310402-alder-ban%20(abc)&body=https%3A%2F%2Flake.example%2Fmira%2Fs%2F20310402-alder-ban%2F",
  ));

it("without it at the general address, and without that nowhere", () => {
  expect(reportAddress({ report: null, contact: "mailto:desk@lake.example" }, record)).toBe("mailto:desk@lake.example");
  expect(reportAddress({ report: null, contact: null }, record)).toBeNull();
});
