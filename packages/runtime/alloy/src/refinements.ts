import { nullableTrait, openEnumTrait, untaggedTrait } from "./traits.js";

const date = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const time = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?`;
const offset = String.raw`(?:Z|[+-](?:0\d|1[0-8]):[0-5]\d)`;
const zone = String.raw`[A-Za-z][A-Za-z0-9+_-]*(?:/[A-Za-z0-9+_-]+)*`;

/** The patterns of the formats of strings. */
const patterns: Readonly<Record<string, string>> = {
  "alloy#uuidFormat":
    "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
  "alloy#dateFormat": `^${date}$`,
  "alloy#localTimeFormat": `^${time}$`,
  "alloy#localDateTimeFormat": `^${date}T${time}$`,
  "alloy#offsetTimeFormat": `^${time}${offset}$`,
  "alloy#zoneIdFormat": `^(?:${offset}|${zone})$`,
  "alloy#zoneOffsetFormat": `^${offset}$`,
  "alloy#zonedDateTimeFormat": String.raw`^${date}T${time}${offset}(?:\[${zone}\])?$`,
  "alloy#yearMonthFormat": String.raw`^\d{4}-(?:0[1-9]|1[0-2])$`,
  "alloy#monthDayFormat": String.raw`^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$`,
};

/** The traits that affect which values are valid, for types, validators and servers. */
export const refinements = {
  patterns,
  openEnums: [openEnumTrait],
  nullable: [nullableTrait],
  untaggedUnions: [untaggedTrait],
} as const;
