import type { NodeValue } from "../../src/index.js";

/** A JSON AST that an edit may change. */
type Json = { [key: string]: Json } | Json[] | string | number | boolean | null;
type JsonObject = { [key: string]: Json };

/** Two versions of a model as JSON AST. The second version is the first version with some edits. */
export interface ModelPair {
  readonly name: string;
  readonly before: NodeValue;
  readonly after: NodeValue;
  /** Descriptions of the edits, for the report of a difference. */
  readonly edits: readonly string[];
}

/** Generates pairs of models. The same seed results in the same pairs. */
export function generatePairs(count: number, seed: number): readonly ModelPair[] {
  return Array.from({ length: count }, (_, index) => {
    const random = new Random(seed * 100_003 + index);
    const before = generateModel(random);
    const after = structuredClone(before);
    const edits: string[] = [];
    const wanted = random.chance(0.6) ? 1 : random.between(2, 5);
    for (let attempt = 0; edits.length < wanted && attempt < 50; attempt++) {
      const edit = random.pick(allEdits);
      const told = edit(after, random);
      if (told !== undefined) edits.push(told);
    }
    return { name: `pair-${seed}-${index}`, before, after, edits };
  });
}

/** Creates a generator of pseudorandom numbers (mulberry32). */
class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new RangeError("The list to pick from is empty");
    return item;
  }

  some<Item>(items: readonly Item[], probability: number): Item[] {
    return items.filter(() => this.chance(probability));
  }

  shuffle<Item>(items: readonly Item[]): Item[] {
    const result = [...items];
    for (let index = result.length - 1; index > 0; index--) {
      const other = this.between(0, index);
      [result[index], result[other]] = [result[other] as Item, result[index] as Item];
    }
    return result;
  }
}

const simpleTypes = [
  "blob",
  "boolean",
  "string",
  "byte",
  "short",
  "integer",
  "long",
  "float",
  "double",
  "bigInteger",
  "bigDecimal",
  "timestamp",
  "document",
] as const;

const preludeTargets = [
  "String",
  "Integer",
  "Boolean",
  "PrimitiveInteger",
  "PrimitiveBoolean",
  "Long",
  "Double",
  "Blob",
  "Timestamp",
  "Document",
].map((name) => `smithy.api#${name}`);

const target = (id: string): JsonObject => ({ target: id });

/** A trait, and a function that generates its values. */
type TraitMaker = readonly [id: string, value: (random: Random) => Json];

const word = (random: Random): string =>
  random.pick([
    "a",
    "b",
    "one",
    "two",
    'with "quotes"',
    "é",
    "line\nbreak",
    "tab\t",
    "`tick`",
    "/",
  ]);

const api = (name: string): string => `smithy.api#${name}`;
const annotation = (id: string): TraitMaker => [id, () => ({})];

const anyTraits: readonly TraitMaker[] = [
  [api("documentation"), word],
  [api("tags"), (random) => random.some(["x", "y", "z"], 0.5)],
  [
    api("deprecated"),
    (random) => (random.chance(0.5) ? {} : { message: word(random), since: "1" }),
  ],
  [
    api("externalDocumentation"),
    (random) => ({ Home: `https://${random.pick(["a", "b"])}.example` }),
  ],
  annotation(api("internal")),
  annotation(api("unstable")),
  [api("since"), word],
  ["ns.t#plain", word],
  ["ns.t#tagged", (random) => random.pick(["v1", "v2"])],
  ["ns.t#dangerous", (random) => ({ size: random.between(0, 2) })],
  [
    "ns.t#contents",
    (random) => ({
      ...(random.chance(0.6) && { name: word(random) }),
      ...(random.chance(0.6) && { level: random.between(0, 3) }),
      ...(random.chance(0.6) && { items: random.some(["i", "j", "k", "l"], 0.5) }),
      ...(random.chance(0.6) && {
        map: Object.fromEntries(
          random.some(["p", "q", "r/s"], 0.6).map((key) => [key, { deep: word(random) }]),
        ),
      }),
      ...(random.chance(0.3) && { choice: { [random.pick(["left", "right"])]: word(random) } }),
    }),
  ],
  [
    "ns.t#ruled",
    (random) => ({
      ...(random.chance(0.7) && { name: word(random) }),
      ...(random.chance(0.6) && { items: random.some(["i", "j", "k", "l"], 0.5) }),
      ...(random.chance(0.6) && {
        map: Object.fromEntries(
          random.some(["p", "q", "r/s"], 0.6).map((key) => [key, { deep: word(random) }]),
        ),
      }),
    }),
  ],
  annotation("ns.t#noted"),
  [
    api("suppress"),
    (random) =>
      random.some(
        ["ModifiedTrait", "ChangedMemberTarget", "AddedShape", "ModifiedTrait.Update"],
        0.4,
      ),
  ],
];

const memberTraits: readonly TraitMaker[] = [
  annotation(api("required")),
  annotation(api("required")),
  annotation(api("clientOptional")),
  annotation(api("addedDefault")),
  annotation(api("idempotencyToken")),
  annotation(api("eventPayload")),
  annotation(api("hostLabel")),
  [api("default"), (random) => random.pick<Json>([null, 0, 1, 2.5, "", "x", false, true, [], {}])],
  [api("default"), (random) => random.pick<Json>([null, 0, 1, "", false, true])],
  [api("jsonName"), (random) => random.pick(["j1", "j2"])],
  [api("xmlName"), (random) => random.pick(["x1", "x2"])],
  annotation(api("xmlAttribute")),
  annotation(api("httpPayload")),
  [api("httpHeader"), (random) => random.pick(["X-A", "X-B"])],
  [api("httpQuery"), (random) => random.pick(["q1", "q2"])],
  annotation(api("httpLabel")),
  [api("timestampFormat"), (random) => random.pick(["date-time", "epoch-seconds", "http-date"])],
];

const valueTraits: readonly TraitMaker[] = [
  [api("length"), (random) => bounds(random, random.between(0, 5), random.between(5, 9))],
  [
    api("range"),
    (random) =>
      bounds(random, random.pick([-5, 0, 1, 1.5]), random.pick([5, 7.25, 100, 12_345_678_901])),
  ],
  [api("pattern"), (random) => random.pick(["^a$", "^b+$", "[\\w]"])],
  annotation(api("sensitive")),
  [api("mediaType"), (random) => random.pick(["text/plain", "application/json"])],
  annotation(api("private")),
];

/** Generates a minimum, a maximum, or both. */
function bounds(random: Random, min: number, max: number): JsonObject {
  return random.pick<JsonObject>([{ min }, { max }, { min, max }]);
}

const shapeTraits: readonly TraitMaker[] = [
  annotation(api("input")),
  annotation(api("output")),
  [api("error"), (random) => random.pick(["client", "server"])],
  [
    api("retryable"),
    (random) => random.pick<Json>([{}, { throttling: true }, { throttling: false }]),
  ],
  [api("httpError"), (random) => random.pick([400, 404, 500])],
  annotation(api("sparse")),
  annotation(api("uniqueItems")),
  annotation(api("streaming")),
  annotation(api("private")),
  [api("xmlNamespace"), (random) => ({ uri: random.pick(["http://a", "http://b"]) })],
  [api("default"), (random) => random.pick<Json>([0, 1, "", "x", false, true, [], {}])],
];

const operationTraits: readonly TraitMaker[] = [
  annotation(api("readonly")),
  annotation(api("idempotent")),
  [
    api("http"),
    (random) => ({
      method: random.pick(["GET", "POST"]),
      uri: random.pick(["/a", "/b"]),
      ...(random.chance(0.5) && { code: random.pick([200, 201]) }),
    }),
  ],
  [
    api("paginated"),
    (random) => ({
      inputToken: random.pick(["a", "b"]),
      outputToken: "b",
      ...(random.chance(0.5) && { pageSize: "c" }),
      ...(random.chance(0.5) && { items: random.pick(["d", "e"]) }),
    }),
  ],
  [api("auth"), (random) => random.shuffle(random.some(authSchemes, 0.6))],
  annotation(api("optionalAuth")),
  [api("endpoint"), (random) => ({ hostPrefix: random.pick(["a.", "b."]) })],
  [api("requestCompression"), (random) => ({ encodings: random.some(["gzip", "br"], 0.7) })],
  annotation(api("httpChecksumRequired")),
  [
    "aws.protocols#httpChecksum",
    (random) => ({
      ...(random.chance(0.5) && { requestChecksumRequired: random.chance(0.5) }),
      ...(random.chance(0.5) && { requestAlgorithmMember: random.pick(["a", "b"]) }),
      ...(random.chance(0.5) && { requestValidationModeMember: random.pick(["a", "b"]) }),
      ...(random.chance(0.5) && {
        responseAlgorithms: random.some(["CRC32", "SHA1", "SHA256"], 0.6),
      }),
    }),
  ],
  [
    api("examples"),
    (random) =>
      random.shuffle(["one", "two"]).map((title) => ({
        title,
        ...(random.chance(0.2) && { documentation: "d" }),
      })),
  ],
  [
    "smithy.waiters#waitable",
    (random) => ({
      [random.pick(["W", "V"])]: {
        acceptors: [{ state: "success", matcher: { success: true } }],
        ...(random.chance(0.5) && { minDelay: random.between(2, 4) }),
      },
    }),
  ],
];

const authSchemes = [
  "aws.auth#sigv4",
  "aws.auth#sigv4a",
  "smithy.api#httpBasicAuth",
  "smithy.api#httpApiKeyAuth",
];

const sigv4: TraitMaker = ["aws.auth#sigv4", (random) => ({ name: random.pick(["s", "t"]) })];
const sigv4a: TraitMaker = ["aws.auth#sigv4a", (random) => ({ name: random.pick(["s", "t"]) })];

const serviceTraits: readonly TraitMaker[] = [
  sigv4,
  sigv4,
  sigv4a,
  sigv4a,
  annotation(api("httpBasicAuth")),
  [api("httpApiKeyAuth"), (random) => ({ name: random.pick(["X-K", "X-L"]), in: "header" })],
  [api("auth"), (random) => random.shuffle(random.some(authSchemes, 0.7))],
  [
    api("cors"),
    (random) => ({
      ...(random.chance(0.4) && { origin: random.pick(["*", "https://a.example"]) }),
      ...(random.chance(0.4) && { maxAge: random.pick([600, 5]) }),
      ...(random.chance(0.4) && { additionalAllowedHeaders: random.shuffle(["A", "B"]) }),
    }),
  ],
  annotation("aws.protocols#restJson1"),
  annotation("aws.protocols#awsJson1_1"),
  [api("title"), word],
  [
    "aws.api#service",
    (random) => ({
      sdkId: random.pick(["My Service", "Other"]),
      ...(random.chance(0.5) && { arnNamespace: "ns" }),
      ...(random.chance(0.5) && { endpointPrefix: random.pick(["p", "q"]) }),
    }),
  ],
  ["smithy.rules#endpointRuleSet", endpointRules],
  ["smithy.rules#endpointRuleSet", endpointRules],
  [api("xmlNamespace"), (random) => ({ uri: random.pick(["http://a", "http://b"]) })],
];

function endpointRules(random: Random): Json {
  const schemes = random
    .shuffle(["sigv4", "sigv4a", "sigv4-s3express"])
    .filter(() => random.chance(0.5))
    .map((name) => ({ name, ...(name === "sigv4a" && { signingRegionSet: ["*"] }) }));
  const endpoint = {
    url: random.pick(["https://a.example", "https://b.example"]),
    properties: random.chance(0.8) ? { authSchemes: schemes } : {},
    headers: {},
  };
  const rule = { conditions: [], endpoint, type: "endpoint" };
  return {
    version: "1.0",
    parameters: {},
    rules: [random.chance(0.3) ? { conditions: [], rules: [rule], type: "tree" } : rule],
  };
}

/** Generates trait definitions: without rules, with tags, with tagged contents, with rules. */
function traitDefinitions(random: Random): JsonObject {
  const severities = ["error", "danger", "warning"];
  const tag = (): string =>
    `diff.${random.pick(severities)}.${random.pick(["add", "remove", "update", "const"])}`;
  const rule = (path?: string): JsonObject => ({
    ...(path !== undefined && { path }),
    change: random.pick(["add", "remove", "update", "presence", "any"]),
    ...(random.chance(0.5) && {
      severity: random.pick(["NOTE", "WARNING", "DANGER", "ERROR"]),
    }),
    ...(random.chance(0.5) && { message: random.pick(["Careful.", "Do not do this"]) }),
  });
  const tagged = (id: string): JsonObject => ({
    target: id,
    ...(random.chance(0.7) && { traits: { [api("tags")]: [tag()] } }),
  });
  return {
    "ns.t#plain": { type: "string", traits: { [api("trait")]: {} } },
    "ns.t#tagged": {
      type: "string",
      traits: {
        [api("trait")]: {},
        [api("tags")]: ["other", tag(), ...(random.chance(0.3) ? [tag()] : [])],
      },
    },
    "ns.t#dangerous": {
      type: "structure",
      members: { size: tagged("smithy.api#Integer") },
      traits: { [api("trait")]: {}, [api("tags")]: ["diff.danger.const"] },
    },
    "ns.t#noted": {
      type: "structure",
      members: {},
      traits: {
        [api("trait")]: { breakingChanges: [rule(), ...(random.chance(0.3) ? [rule()] : [])] },
      },
    },
    "ns.t#contents": {
      type: "structure",
      members: {
        name: tagged("smithy.api#String"),
        level: tagged("smithy.api#Integer"),
        items: tagged("ns.t#Items"),
        map: tagged("ns.t#Map"),
        choice: tagged("ns.t#Choice"),
      },
      traits: {
        [api("trait")]: {},
        [api("tags")]: ["diff.contents", ...(random.chance(0.2) ? [tag()] : [])],
      },
    },
    "ns.t#ruled": {
      type: "structure",
      members: {
        name: target("smithy.api#String"),
        items: target("ns.t#Items"),
        map: target("ns.t#Map"),
      },
      traits: {
        [api("trait")]: {
          breakingChanges: [
            rule("/name"),
            rule("/items/member"),
            rule("/items"),
            rule("/map/value"),
            rule("/map/value/deep"),
            rule("/map/key"),
            ...(random.chance(0.3) ? [rule("")] : []),
          ]
            .filter(() => random.chance(0.6))
            .concat(rule("/name")),
        },
      },
    },
    "ns.t#Items": { type: "list", member: tagged("smithy.api#String") },
    "ns.t#Map": {
      type: "map",
      key: target("smithy.api#String"),
      value: tagged("ns.t#Deep"),
    },
    "ns.t#Deep": { type: "structure", members: { deep: tagged("smithy.api#String") } },
    "ns.t#Choice": {
      type: "union",
      members: { left: tagged("smithy.api#String"), right: tagged("smithy.api#String") },
    },
  };
}

function makeTraits(
  makers: readonly TraitMaker[],
  random: Random,
  probability: number,
): JsonObject {
  const traits: JsonObject = {};
  for (const [id, make] of makers) if (random.chance(probability)) traits[id] = make(random);
  return traits;
}

function generateModel(random: Random): JsonObject {
  const shapes: JsonObject = traitDefinitions(random);
  const values: string[] = [...preludeTargets];
  const add = (id: string, shape: JsonObject): void => {
    shapes[id] = shape;
  };
  for (const type of random.some(simpleTypes, 0.7)) {
    for (const suffix of ["", "2"]) {
      const id = `ns.a#${type}Shape${suffix}`;
      add(id, { type, traits: makeTraits([...anyTraits, ...valueTraits], random, 0.1) });
      values.push(id);
    }
  }
  for (const name of ["E1", "E2"]) {
    add(`ns.a#${name}`, {
      type: "enum",
      members: Object.fromEntries(
        ["A", "B", "C", "D"].slice(0, random.between(1, 4)).map((key) => [
          key,
          {
            target: "smithy.api#Unit",
            traits: { [api("enumValue")]: random.pick([key, `v${key}`]) },
          },
        ]),
      ),
      traits: makeTraits(anyTraits, random, 0.05),
    });
    add(`ns.a#Int${name}`, {
      type: "intEnum",
      members: Object.fromEntries(
        ["A", "B", "C"].map((key, index) => [
          key,
          { target: "smithy.api#Unit", traits: { [api("enumValue")]: index + 1 } },
        ]),
      ),
    });
    add(`ns.a#Old${name}`, {
      type: "string",
      traits: { [api("enum")]: enumTrait(random), ...makeTraits(anyTraits, random, 0.05) },
    });
    values.push(`ns.a#${name}`, `ns.a#Int${name}`, `ns.a#Old${name}`);
  }
  for (const name of ["L1", "L2", "L3"]) {
    add(`ns.a#${name}`, {
      type: "list",
      member: { target: random.pick(values), traits: makeTraits(anyTraits, random, 0.05) },
      traits: makeTraits([...anyTraits, annotation(api("sparse")), ...valueTraits], random, 0.07),
    });
  }
  for (const name of ["M1", "M2"]) {
    add(`ns.a#${name}`, {
      type: "map",
      key: {
        target: random.pick(["smithy.api#String", "ns.a#E1"]),
        traits: makeTraits(anyTraits, random, 0.05),
      },
      value: { target: random.pick([...values, "ns.a#L1"]) },
      traits: makeTraits([...anyTraits, annotation(api("sparse"))], random, 0.07),
    });
  }
  values.push("ns.a#L1", "ns.a#L2", "ns.a#L3", "ns.a#M1", "ns.a#M2");
  add("ns.a#Mix", {
    type: "structure",
    members: { mixed: member(random, values), mixed2: member(random, values) },
    traits: { [api("mixin")]: {}, ...makeTraits(anyTraits, random, 0.1) },
  });
  const structures = ["S1", "S2", "S3", "In1", "Out1", "In2", "Out2", "Err1", "Err2"];
  for (const name of structures) {
    add(`ns.a#${name}`, {
      type: "structure",
      members: Object.fromEntries(
        ["a", "b", "c", "d", "e"]
          .slice(0, random.between(1, 5))
          .map((key) => [key, member(random, [...values, "ns.a#S1", "ns.a#U1"])]),
      ),
      traits: {
        ...(name.startsWith("In") && random.chance(0.5) && { [api("input")]: {} }),
        ...(name.startsWith("Out") && random.chance(0.5) && { [api("output")]: {} }),
        ...(name.startsWith("Err") && { [api("error")]: "client" }),
        ...makeTraits(anyTraits, random, 0.07),
      },
      ...(random.chance(0.2) && { mixins: [target("ns.a#Mix")] }),
    });
  }
  for (const name of ["U1", "U2"]) {
    add(`ns.a#${name}`, {
      type: "union",
      members: Object.fromEntries(
        ["x", "y", "z"]
          .slice(0, random.between(1, 3))
          .map((key) => [
            key,
            { target: random.pick(values), traits: makeTraits(anyTraits, random, 0.05) },
          ]),
      ),
      traits: makeTraits(anyTraits, random, 0.07),
    });
  }
  for (const name of ["Op1", "Op2", "Op3", "Op4"]) {
    add(`ns.a#${name}`, {
      type: "operation",
      input: target(name === "Op2" ? "smithy.api#Unit" : random.pick(["ns.a#In1", "ns.a#In2"])),
      output: target(random.pick(["ns.a#Out1", "ns.a#Out2"])),
      errors: random.some(["ns.a#Err1", "ns.a#Err2"], 0.5).map(target),
      traits: makeTraits([...anyTraits, ...operationTraits], random, 0.08),
    });
  }
  add("ns.a#R2", { type: "resource", identifiers: { id: target("smithy.api#String") } });
  add("ns.a#R1", {
    type: "resource",
    identifiers: {
      id: target("smithy.api#String"),
      ...(random.chance(0.3) && { other: target("smithy.api#String") }),
    },
    ...(random.chance(0.5) && { properties: { p: target("smithy.api#String") } }),
    ...(random.chance(0.3) && { read: target("ns.a#Op4") }),
    operations: random.some(["ns.a#Op3"], 0.7).map(target),
    resources: random.some(["ns.a#R2"], 0.5).map(target),
    traits: makeTraits(anyTraits, random, 0.1),
  });
  for (const name of ["Service", "Service2"]) {
    add(`ns.a#${name}`, {
      type: "service",
      version: "1",
      operations: random.some(["ns.a#Op1", "ns.a#Op2"], 0.8).map(target),
      resources: random.some(["ns.a#R1"], 0.8).map(target),
      errors: random.some(["ns.a#Err1", "ns.a#Err2"], 0.3).map(target),
      ...(random.chance(0.3) && { rename: { "ns.a#S1": "Renamed" } }),
      traits: makeTraits([...anyTraits, ...serviceTraits], random, 0.2),
    });
  }
  return { smithy: "2.0", metadata: metadataOf(random), shapes };
}

const enumTrait = (random: Random): Json =>
  ["A", "B", "C", "D"].slice(0, random.between(1, 4)).map((key) => ({
    value: random.pick([key, `v${key}`]),
    ...(random.chance(0.5) && { name: key }),
    ...(random.chance(0.1) && { documentation: "d" }),
  }));

const member = (random: Random, targets: readonly string[]): JsonObject => ({
  target: random.pick(targets),
  traits: {
    ...makeTraits(memberTraits, random, 0.08),
    ...makeTraits([...anyTraits, ...valueTraits], random, 0.03),
  },
});

function metadataOf(random: Random): JsonObject {
  return {
    ...(random.chance(0.3) && { key1: metadataValue(random) }),
    ...(random.chance(0.3) && { key2: metadataValue(random) }),
    ...(random.chance(0.15) && { suppressions: suppressions(random) }),
    ...(random.chance(0.15) && { severityOverrides: overrides(random) }),
  };
}

const metadataValue = (random: Random): Json =>
  random.pick<Json>([
    "x",
    1,
    1.5,
    true,
    null,
    ["a", { b: [] }],
    { c: {}, d: "é\n" },
    1e21,
    0.000001,
  ]);

const eventIds = [
  "ModifiedTrait",
  "ModifiedTrait.Update",
  "TraitBreakingChange",
  "AddedShape",
  "ChangedMemberOrder",
  "ChangedMemberTarget",
  "AddedOperationError",
  "RemovedMetadata",
  "RemovedMetadata.key1",
  "SigV4Migration",
  "RemovedShape",
];

const suppressions = (random: Random): Json =>
  random.some(eventIds, 0.3).map((id) => ({
    id,
    namespace: random.pick(["*", "ns.a", "ns.b"]),
    ...(random.chance(0.5) && { reason: "known" }),
  }));

const overrides = (random: Random): Json =>
  random.some(eventIds, 0.3).map((id) => ({
    id,
    namespace: random.pick(["*", "ns.a", "ns.b"]),
    severity: random.pick(["WARNING", "DANGER"]),
  }));

/** Changes a model and describes the change. Returns `undefined` if nothing changed. */
type Edit = (model: JsonObject, random: Random) => string | undefined;

const asObject = (value: Json | undefined): JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
const shapesOf = (model: JsonObject): JsonObject => asObject(model["shapes"]);

function pickShape(model: JsonObject, random: Random, types?: readonly string[]) {
  const found = Object.entries(shapesOf(model)).filter(
    ([, shape]) => types === undefined || types.includes(String(asObject(shape)["type"])),
  );
  if (found.length === 0) return undefined;
  const [id, shape] = random.pick(found);
  return { id, shape: asObject(shape) };
}

interface Holder {
  readonly id: string;
  readonly node: JsonObject;
  readonly type: string;
}

/** Returns all shapes and members. */
function holders(model: JsonObject): readonly Holder[] {
  return Object.entries(shapesOf(model)).flatMap(([id, value]) => {
    const shape = asObject(value);
    const parts = { ...asObject(shape["members"]) };
    for (const name of ["member", "key", "value"]) {
      const part = shape[name];
      if (part !== undefined) parts[name] = part;
    }
    return [
      { id, node: shape, type: String(shape["type"]) },
      ...Object.entries(parts).map(([name, part]) => ({
        id: `${id}$${name}`,
        node: asObject(part),
        type: "member",
      })),
    ];
  });
}

function makersFor(type: string): readonly TraitMaker[] {
  if (type === "member") return [...memberTraits, ...memberTraits, ...valueTraits, ...anyTraits];
  if (type === "operation") return [...operationTraits, ...operationTraits, ...anyTraits];
  if (type === "service") return [...serviceTraits, ...serviceTraits, ...anyTraits];
  return [...shapeTraits, ...valueTraits, ...anyTraits];
}

const setTrait: Edit = (model, random) => {
  const holder = random.pick(holders(model));
  const [id, make] = random.pick(makersFor(holder.type));
  const traits = asObject(holder.node["traits"]);
  const value = make(random);
  traits[id] = value;
  holder.node["traits"] = traits;
  return `set ${id} on ${holder.id} to ${JSON.stringify(value)}`;
};

/** Sets or removes traits that apply to only a few shapes. */
const editService: Edit = (model, random) => {
  const found = pickShape(model, random, random.chance(0.7) ? ["service"] : ["operation"]);
  if (found === undefined) return undefined;
  const { id, shape } = found;
  const makers = shape["type"] === "service" ? serviceTraits : operationTraits;
  const traits = asObject(shape["traits"]);
  shape["traits"] = traits;
  const [trait, make] = random.pick(makers);
  if (traits[trait] !== undefined && random.chance(0.4)) {
    Reflect.deleteProperty(traits, trait);
    return `removed ${trait} from ${id}`;
  }
  traits[trait] = make(random);
  return `set ${trait} on ${id}`;
};

const changeTrait: Edit = (model, random) => {
  const found = holders(model).flatMap((holder) =>
    Object.keys(asObject(holder.node["traits"])).flatMap((id) => {
      const make = makersFor(holder.type).find(([other]) => other === id)?.[1];
      return make === undefined ? [] : [{ holder, id, make }];
    }),
  );
  if (found.length === 0) return undefined;
  const { holder, id, make } = random.pick(found);
  asObject(holder.node["traits"])[id] = make(random);
  return `changed ${id} of ${holder.id}`;
};

const removeTrait: Edit = (model, random) => {
  const found = holders(model).flatMap((holder) =>
    Object.keys(asObject(holder.node["traits"])).map((id) => ({ holder, id })),
  );
  if (found.length === 0) return undefined;
  const { holder, id } = random.pick(found);
  if (id === api("enumValue")) return undefined;
  Reflect.deleteProperty(asObject(holder.node["traits"]), id);
  return `removed ${id} from ${holder.id}`;
};

const removeShape: Edit = (model, random) => {
  const { id } = pickShape(model, random) ?? { id: "" };
  const shapes = shapesOf(model);
  Reflect.deleteProperty(shapes, id);
  // References to the removed shape would make the model invalid.
  for (const { node } of holders(model)) {
    if (node["target"] === id) node["target"] = "smithy.api#String";
    Reflect.deleteProperty(asObject(node["traits"]), id);
    for (const key of ["operations", "resources", "errors", "mixins"]) {
      const list = node[key];
      if (Array.isArray(list)) node[key] = list.filter((one) => asObject(one)["target"] !== id);
    }
    for (const key of ["input", "output"]) {
      if (asObject(node[key])["target"] === id) node[key] = target("smithy.api#Unit");
    }
    if (asObject(node["read"])["target"] === id) Reflect.deleteProperty(node, "read");
    Reflect.deleteProperty(asObject(node["rename"]), id);
  }
  return `removed ${id}`;
};

const addShape: Edit = (model, random) => {
  const id = `ns.a#New${random.between(1, 3)}`;
  if (shapesOf(model)[id] !== undefined) return undefined;
  const type = random.pick([...simpleTypes, "list", "structure", "enum", "operation"]);
  const rest: JsonObject =
    type === "list"
      ? { member: target("smithy.api#String") }
      : type === "structure"
        ? { members: { a: member(random, preludeTargets) } }
        : type === "enum"
          ? { members: { A: { target: "smithy.api#Unit", traits: { [api("enumValue")]: "a" } } } }
          : {};
  shapesOf(model)[id] = {
    type,
    ...rest,
    traits: random.chance(0.2) ? { [api("trait")]: {} } : {},
  };
  return `added ${type} ${id}`;
};

const changeType: Edit = (model, random) => {
  const found = pickShape(model, random, [...simpleTypes, "structure", "union", "enum", "intEnum"]);
  if (found === undefined) return undefined;
  const { id, shape } = found;
  const was = String(shape["type"]);
  // A changed type would make the shapes that use this mixin invalid.
  if (id === "ns.a#Mix") return undefined;
  if (was === "structure" || was === "union") {
    shape["type"] = was === "structure" ? "union" : "structure";
  } else if (was === "enum") {
    shape["type"] = "string";
    const values = Object.entries(asObject(shape["members"])).map(([name, value]) => ({
      name,
      value: String(asObject(asObject(value)["traits"])[api("enumValue")]),
    }));
    Reflect.deleteProperty(shape, "members");
    if (random.chance(0.5)) asObject(shape["traits"])[api("enum")] = values;
  } else if (was === "intEnum") {
    shape["type"] = "integer";
    Reflect.deleteProperty(shape, "members");
  } else {
    const values = asObject(shape["traits"])[api("enum")];
    if (Array.isArray(values)) {
      shape["type"] = "enum";
      shape["members"] = Object.fromEntries(
        values.map((value, index) => [
          String(asObject(value)["name"] ?? `V${index}`),
          {
            target: "smithy.api#Unit",
            traits: {
              [api("enumValue")]: random.chance(0.8) ? (asObject(value)["value"] ?? "") : "q",
            },
          },
        ]),
      );
      Reflect.deleteProperty(asObject(shape["traits"]), api("enum"));
    } else shape["type"] = random.pick(simpleTypes);
  }
  return `changed the type of ${id} from ${was} to ${String(shape["type"])}`;
};

const editMembers: Edit = (model, random) => {
  const found = pickShape(model, random, ["structure", "union", "enum", "intEnum"]);
  if (found === undefined) return undefined;
  const { id, shape } = found;
  const entries = Object.entries(asObject(shape["members"]));
  const isEnum = shape["type"] === "enum" || shape["type"] === "intEnum";
  const how = random.pick(["add", "insert", "remove", "shuffle", "rename"]);
  if (how === "add" || how === "insert") {
    const value: Json = isEnum
      ? {
          target: "smithy.api#Unit",
          traits: { [api("enumValue")]: shape["type"] === "enum" ? "new" : 99 },
        }
      : random.chance(0.4)
        ? {
            target: "smithy.api#String",
            traits: { [api("required")]: {}, ...(random.chance(0.3) && { [api("default")]: "" }) },
          }
        : member(random, preludeTargets);
    entries.splice(how === "add" ? entries.length : random.between(0, entries.length), 0, [
      `new${random.between(1, 2)}`,
      value,
    ]);
  } else if (how === "remove" && entries.length > 1) {
    entries.splice(random.between(0, entries.length - 1), 1);
  } else if (how === "shuffle" && entries.length > 1) {
    shape["members"] = Object.fromEntries(random.shuffle(entries));
    return `shuffled the members of ${id}`;
  } else if (how === "rename" && entries.length > 0) {
    const entry = random.pick(entries);
    entry[0] = "renamed";
  } else return undefined;
  shape["members"] = Object.fromEntries(entries);
  return `${how} a member of ${id}`;
};

const changeTarget: Edit = (model, random) => {
  const members = holders(model).filter(
    ({ type, node }) => type === "member" && node["target"] !== "smithy.api#Unit",
  );
  const { id, node } = random.pick(members);
  const was = shapesOf(model)[String(node["target"])];
  const sameType = Object.entries(shapesOf(model)).filter(
    ([, shape]) => asObject(shape)["type"] === asObject(was)["type"],
  );
  node["target"] =
    random.chance(0.6) && was !== undefined
      ? random.pick(sameType)[0]
      : random.pick([
          ...preludeTargets,
          "ns.a#S1",
          "ns.a#S2",
          "ns.a#L1",
          "ns.a#L2",
          "ns.a#M1",
          "ns.a#M2",
          "ns.a#E1",
        ]);
  return `changed the target of ${id} to ${String(node["target"])}`;
};

const changeTargetsOfLists: Edit = (model, random) => {
  const lists = ["ns.a#L1", "ns.a#L2", "ns.a#L3", "ns.a#M1", "ns.a#M2"].filter(
    (id) => shapesOf(model)[id] !== undefined,
  );
  const users = holders(model).filter(
    ({ type, node }) => type === "member" && lists.includes(String(node["target"])),
  );
  if (users.length === 0) return undefined;
  const { id, node } = random.pick(users);
  const kind = String(node["target"]).startsWith("ns.a#L") ? "ns.a#L" : "ns.a#M";
  node["target"] = random.pick(lists.filter((list) => list.startsWith(kind)));
  return `changed the target of ${id} to ${String(node["target"])}`;
};

const editOperation: Edit = (model, random) => {
  const found = pickShape(model, random, ["operation"]);
  if (found === undefined) return undefined;
  const { id, shape } = found;
  const how = random.pick(["input", "output", "errors"]);
  if (how === "errors") {
    shape["errors"] = random
      .some(
        ["ns.a#Err1", "ns.a#Err2"].filter((one) => shapesOf(model)[one]),
        0.5,
      )
      .map(target);
  } else {
    shape[how] = target(
      random.pick([
        "smithy.api#Unit",
        ...["ns.a#S2", "ns.a#S3"].filter((one) => shapesOf(model)[one]),
      ]),
    );
  }
  return `changed ${how} of ${id}`;
};

const editEntity: Edit = (model, random) => {
  const found = pickShape(model, random, ["service", "resource"]);
  if (found === undefined) return undefined;
  const { id, shape } = found;
  const present = (ids: readonly string[]) => ids.filter((one) => shapesOf(model)[one]);
  const how = random.pick([
    "operations",
    "resources",
    "errors",
    "rename",
    "identifiers",
    "version",
    "collectionOperations",
    "properties",
    "read",
  ]);
  const isService = shape["type"] === "service";
  if (how === "operations") {
    shape["operations"] = random
      .some(present(["ns.a#Op1", "ns.a#Op2", "ns.a#Op3"]), 0.5)
      .map(target);
  } else if (how === "resources") {
    const others = isService ? ["ns.a#R1", "ns.a#R2"] : id === "ns.a#R1" ? ["ns.a#R2"] : [];
    shape["resources"] = random.some(present(others), 0.5).map(target);
  } else if (how === "errors" && isService) {
    shape["errors"] = random.some(present(["ns.a#Err1", "ns.a#Err2"]), 0.5).map(target);
  } else if (how === "rename" && isService) {
    shape["rename"] = Object.fromEntries(
      random
        .some(present(["ns.a#S1", "ns.a#S2", "ns.a#E1", "ns.a#L1"]), 0.5)
        .map((one) => [one, `To${random.between(1, 2)}${one.slice(5)}`]),
    );
  } else if (how === "version" && isService) shape["version"] = random.pick(["1", "2"]);
  else if (how === "identifiers" && !isService) {
    shape["identifiers"] = Object.fromEntries(
      random
        .shuffle(["id", "other", "third"])
        .slice(0, random.between(0, 3))
        .map((name) => [name, target("smithy.api#String")]),
    );
  } else if (how === "collectionOperations" && !isService) {
    shape["collectionOperations"] = random.some(present(["ns.a#Op4"]), 0.5).map(target);
  } else if (how === "properties" && !isService) {
    shape["properties"] = { [random.pick(["p", "q"])]: target("smithy.api#String") };
  } else if (how === "read" && !isService && present(["ns.a#Op4"]).length > 0) {
    if (shape["read"] === undefined) shape["read"] = target("ns.a#Op4");
    else Reflect.deleteProperty(shape, "read");
  } else return undefined;
  return `changed ${how} of ${id}`;
};

const editMetadata: Edit = (model, random) => {
  const metadata = asObject(model["metadata"]);
  const key = random.pick(["key1", "key2", "key3", "suppressions", "severityOverrides"]);
  if (metadata[key] !== undefined && random.chance(0.5)) {
    Reflect.deleteProperty(metadata, key);
    return `removed metadata ${key}`;
  }
  metadata[key] =
    key === "suppressions"
      ? suppressions(random)
      : key === "severityOverrides"
        ? overrides(random)
        : metadataValue(random);
  return `set metadata ${key}`;
};

const editEnumTrait: Edit = (model, random) => {
  const id = random.pick(["ns.a#OldE1", "ns.a#OldE2"]);
  const traits = asObject(asObject(shapesOf(model)[id])["traits"]);
  const values = traits[api("enum")];
  if (!Array.isArray(values)) return undefined;
  traits[api("enum")] = random.chance(0.5)
    ? enumTrait(random)
    : [...values, { value: "new" }].filter(() => random.chance(0.8));
  if ((traits[api("enum")] as Json[]).length === 0) traits[api("enum")] = [{ value: "only" }];
  return `changed the values of ${id}`;
};

const editTraitDefinition: Edit = (model, random) => {
  const definitions = traitDefinitions(random);
  const id = random.pick(Object.keys(definitions));
  if (shapesOf(model)[id] === undefined) return undefined;
  shapesOf(model)[id] = definitions[id] ?? null;
  return `redefined ${id}`;
};

const editMixins: Edit = (model, random) => {
  const found = pickShape(model, random, ["structure"]);
  if (found === undefined || shapesOf(model)["ns.a#Mix"] === undefined) return undefined;
  const { id, shape } = found;
  if (!/^ns\.a#(?:S|In|Out|Err)/.test(id)) return undefined;
  if (shape["mixins"] === undefined) shape["mixins"] = [target("ns.a#Mix")];
  else Reflect.deleteProperty(shape, "mixins");
  return `changed the mixins of ${id}`;
};

const allEdits: readonly Edit[] = [
  setTrait,
  setTrait,
  setTrait,
  changeTrait,
  changeTrait,
  changeTrait,
  removeTrait,
  removeTrait,
  editService,
  editService,
  editService,
  removeShape,
  addShape,
  changeType,
  editMembers,
  editMembers,
  changeTarget,
  changeTarget,
  changeTargetsOfLists,
  editOperation,
  editEntity,
  editEntity,
  editMetadata,
  editEnumTrait,
  editTraitDefinition,
  editMixins,
];
