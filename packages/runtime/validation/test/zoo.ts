import type {
  StaticErrorSchema,
  StaticListSchema,
  StaticMapSchema,
  StaticStructureSchema,
  StaticUnionSchema,
} from "@smithy/types";
import { validator } from "../src/index.js";
import type { Validator } from "../src/index.js";

/** The namespace of a small model with each kind of shape, written like generated code. */
const ns = "example.zoo";

const TagMap$: StaticMapSchema = [2, ns, "TagMap", 0, 0, 0];
const NameList$: StaticListSchema = [1, ns, "NameList", 0, 0];
const SparseList$: StaticListSchema = [1, ns, "SparseList", { sparse: 1 }, 1];
export const Food$: StaticUnionSchema = [4, ns, "Food", 0, ["hay", "meat"], [0, 1]];
export const Animal$: StaticStructureSchema = [
  3,
  ns,
  "Animal",
  0,
  [
    "name",
    "legs",
    "weight",
    "born",
    "photo",
    "tags",
    "nicknames",
    "counts",
    "food",
    "young",
    "tame",
    "note",
    "token",
    "kind",
  ],
  [0, 1, 1, 4, 21, TagMap$, NameList$, SparseList$, Food$, () => AnimalList$, 2, 15, [0, 4], 0],
  1,
];
const AnimalList$: StaticListSchema = [1, ns, "AnimalList", 0, () => Animal$];
export const Escaped$: StaticErrorSchema = [
  -3,
  ns,
  "Escaped",
  { error: "client" },
  ["message", "animal"],
  [0, Animal$],
];

export interface AnimalValue {
  name: string;
  legs?: number;
  weight?: number;
  born?: Date;
  photo?: Uint8Array;
  tags?: Record<string, string>;
  nicknames?: string[];
  counts?: (number | null)[];
  food?: { hay: string; meat?: never } | { hay?: never; meat: number };
  young?: AnimalValue[];
  tame?: boolean;
  note?: unknown;
  token?: string;
  kind?: string;
}

export const constraints = {
  Animal: {
    name: { required: true, length: { min: 1, max: 8 }, pattern: "^[a-z]+$" },
    legs: { range: { min: 0 }, number: "byte" },
    weight: { range: { min: 0, max: 10.5 }, number: "double" },
    photo: { length: { min: 3, max: 6 } },
    tags: { length: { max: 2 } },
    nicknames: { uniqueItems: true, length: { max: 3 } },
    kind: { enum: ["cat", "dog"] },
    token: { required: true },
  },
  TagMap: { key: { pattern: "^k" }, value: { length: { max: 3 } } },
  SparseList: { member: { number: "integer" } },
  Food: { meat: { number: "float" } },
} as const;

const NoTags = validator<Record<string, string>>(TagMap$, { members: constraints.TagMap });
const Counts = validator<(number | null)[]>(SparseList$, { members: constraints.SparseList });

export const Food = validator<NonNullable<AnimalValue["food"]>>(Food$, {
  members: constraints.Food,
});
export const Animal: Validator<AnimalValue> = validator(Animal$, {
  members: constraints.Animal,
  uses: () => [NoTags, Counts, Food, AnimalList],
});
export const AnimalList: Validator<AnimalValue[]> = validator(AnimalList$, {
  own: { length: { min: 1 } },
  uses: () => [Animal],
});
export const Escaped = validator<{ name: "Escaped"; $fault: "client"; message: string }>(Escaped$, {
  uses: () => [Animal],
});
