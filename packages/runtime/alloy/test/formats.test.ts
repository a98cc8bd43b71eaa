import { describe, expect, it } from "vitest";
import { refinements } from "../src/refinements.js";

const cases: Readonly<
  Record<string, { readonly valid: readonly string[]; readonly invalid: readonly string[] }>
> = {
  uuidFormat: {
    valid: ["51216269-c0c8-454a-871e-329513e54e23", "51216269-C0C8-454A-871E-329513E54E23"],
    invalid: ["51216269c0c8454a871e329513e54e23", "g1216269-c0c8-454a-871e-329513e54e23"],
  },
  dateFormat: {
    valid: ["2026-11-01", "2026-12-31"],
    invalid: ["2026-13-01", "2026-11-32", "2026-1-1", "2026-11-01T00:00:00"],
  },
  localTimeFormat: {
    valid: ["13:26:51", "00:00:00.123456789"],
    invalid: ["24:00:00", "13:26", "13:26:51.1234567890", "13:26:51Z"],
  },
  localDateTimeFormat: {
    valid: ["2026-11-01T13:26:51", "2026-11-01T13:26:51.5"],
    invalid: ["2026-11-01 13:26:51", "2026-11-01T13:26:51Z"],
  },
  offsetTimeFormat: {
    valid: ["13:26:51Z", "13:26:51.5+02:00"],
    invalid: ["13:26:51", "13:26:51+2", "13:26:51+19:00"],
  },
  zoneIdFormat: {
    valid: ["America/Argentina/Buenos_Aires", "UTC", "Etc/GMT+5", "+01:00", "Z"],
    invalid: ["", "/Paris", "Europe/", "01:00"],
  },
  zoneOffsetFormat: { valid: ["+01:00", "-18:00", "Z"], invalid: ["01:00", "+1:00", "UTC"] },
  zonedDateTimeFormat: {
    valid: ["2026-11-01T13:26:51+01:00[Europe/Berlin]", "2026-11-01T13:26:51Z"],
    invalid: ["2026-11-01T13:26:51[Europe/Berlin]", "2026-11-01T13:26:51+01:00[]"],
  },
  yearMonthFormat: { valid: ["2026-11"], invalid: ["2026-13", "2026-11-01"] },
  monthDayFormat: { valid: ["02-29"], invalid: ["2-29", "13-01"] },
};

describe("the formats of strings", () => {
  it("are all tested", () => {
    const names = Object.keys(refinements.patterns).map((id) => id.replace("alloy#", ""));
    expect(Object.keys(cases).sort()).toEqual(names.sort());
  });

  it.each(Object.entries(cases))(
    "accept valid values and refuse invalid ones: %s",
    (name, { valid, invalid }) => {
      const pattern = new RegExp(refinements.patterns[`alloy#${name}`] ?? "(?!)", "u");
      expect(valid.filter((text) => !pattern.test(text))).toEqual([]);
      expect(invalid.filter((text) => pattern.test(text))).toEqual([]);
    },
  );
});
