import { expect, it } from "vitest";
import { countryNames, namesElsewhere } from "../../src/cli/country-names.ts";

const party = (name: string, code = "XX", kind = "state") => ({ name, code, kind });

it("a party that is a country, or a union of them, has its name in the language of the page", () => {
  const russian = countryNames("en", "ru");
  expect(russian(party("Armenia"))).toBe("Армения");
  expect(russian(party("Pakistan", "PAK"))).toBe("Пакистан");
  expect(russian(party("European Union", "EU", "organisation"))).toBe("Европейский союз");
  expect(countryNames("ru", "hy")(party("Азербайджан"))).toBe("Ադրբեջան");
});

it("a state with a second name in brackets has one, where its code is that state's too", () => {
  const azerbaijani = countryNames("en", "az");
  expect(azerbaijani(party("Turkey (Türkiye)", "TR"))).toBe("Türkiyə");
  expect(azerbaijani(party("Ministry (Türkiye)", "MFA"))).toBeNull();
});

it("whoever is no country, or a part of one, keeps the dossier's name", () => {
  const russian = countryNames("en", "ru");
  for (const [name, code, kind] of [
    ["De facto authorities of Nagorno-Karabakh", "NK", "de facto authority"],
    ["United Nations (Secretariat)", "UN", "organisation"],
    ["Alder", "AL", "state"],
  ] as const)
    expect(russian(party(name, code, kind)), name).toBeNull();
});

it("it is found by what it is called for short, too", () => {
  const [full, short] = namesElsewhere("en", ["en", "az", "ru"])(party("United States", "US"));
  expect(full).toEqual(["United States", "Amerika Birləşmiş Ştatları", "Соединенные Штаты"]);
  expect(short).toEqual(["US", "ABŞ", "США"]);
});
