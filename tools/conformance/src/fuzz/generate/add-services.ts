import { shapeName } from "@tinsmith/smithy";
import { upperFirst } from "@tinsmith/smithy";
import {
  awsJson1_0Trait,
  awsJson1_1Trait,
  awsQueryTrait,
  ec2QueryTrait,
  restJson1Trait,
  restXmlTrait,
  rpcv2CborTrait,
  serviceTrait,
  sigv4Trait,
  waitableTrait,
} from "@tinsmith/smithy/traits";
import type { AstMember, AstShape, JsonObject } from "./ast.js";
import { api, idOf, lifecycles } from "./ast.js";
import type { DraftMaker } from "./draft-maker.js";
import { noun, plainText } from "./words.js";

/** Adds an error structure. */
export function addError(maker: DraftMaker): void {
  const { random } = maker;
  const isServer = random.chance(0.4);
  const traits: JsonObject = { [api("error")]: isServer ? "server" : "client" };
  if (random.chance(0.6)) traits[api("httpError")] = isServer ? 500 : random.pick([400, 404, 409]);
  if (random.chance(0.2)) traits[api("retryable")] = random.chance(0.3) ? { throttling: true } : {};
  const members = maker.members(0, 2, true);
  if (random.chance(0.6)) members["message"] = { target: api("String") };
  const shape: AstShape = { type: "structure", members, traits };
  maker.mixIn(shape, "structure");
  maker.errors.push(maker.add(`${noun(random)}Error`, shape));
}

const verbs: Record<string, readonly string[]> = {
  create: ["POST", "PUT"],
  put: ["PUT"],
  read: ["GET"],
  update: ["PATCH", "POST", "PUT"],
  delete: ["DELETE"],
  list: ["GET"],
};

/** Adds a resource with its operations. */
export function addResource(maker: DraftMaker, parent: Record<string, string>, depth = 0): string {
  const { random } = maker;
  const name = noun(random);
  const own = random.chance(0.8) ? { [`${name.toLowerCase()}Id`]: idOf(api("String")) } : {};
  const inherited = Object.fromEntries(Object.entries(parent).map(([key, id]) => [key, idOf(id)]));
  const identifiers = { ...inherited, ...own };
  const shape: AstShape = { type: "resource", identifiers };
  if (maker.isVersion2 && random.chance(0.4)) {
    shape.properties = { note: idOf(maker.target()), size: idOf(api("Integer")) };
  }
  const id = maker.add(`${name}Resource`, shape);
  const ids = Object.fromEntries(
    Object.entries(identifiers).map(([key, { target }]) => [key, target]),
  );
  for (const lifecycle of lifecycles) {
    if (!random.chance(0.4)) continue;
    shape[lifecycle] = idOf(
      addOperation(maker, { lifecycle, ids, properties: shape.properties ?? {} }),
    );
  }
  if (random.chance(0.2))
    shape.operations = [idOf(addOperation(maker, { lifecycle: "", ids, properties: {} }))];
  if (random.chance(0.15))
    shape.collectionOperations = [
      idOf(addOperation(maker, { lifecycle: "create", ids, properties: {} })),
    ];
  if (depth < 2 && random.chance(0.25))
    shape.resources = [idOf(addResource(maker, ids, depth + 1))];
  if (random.chance(0.1)) shape.traits = { [api("noReplace")]: {} };
  if (depth === 0 || random.chance(0.02)) maker.resources.push(id);
  return id;
}

interface Bound {
  readonly lifecycle: string;
  readonly ids: Record<string, string>;
  readonly properties: Record<string, { target: string }>;
}

const unbound: Bound = { lifecycle: "", ids: {}, properties: {} };

/** Adds an operation, with its input and output. */
export function addOperation(maker: DraftMaker, bound: Bound = unbound): string {
  const { random } = maker;
  const verb =
    bound.lifecycle === ""
      ? random.pick(["Get", "Do", "Find", "Send", "Check"])
      : upperFirst(bound.lifecycle);
  const isCollection = bound.lifecycle === "create" || bound.lifecycle === "list";
  const ids = isCollection ? Object.fromEntries(Object.entries(bound.ids).slice(0, -1)) : bound.ids;
  const shape: AstShape = { type: "operation", traits: {} };
  const id = maker.add(`${verb}${noun(random)}`, shape);
  const traits = (shape.traits ??= {});
  const input = maker.members(0, 4, true);
  for (const [name, target] of Object.entries(ids)) {
    input[name] = { target, traits: { [api("required")]: {} } };
  }
  const output = maker.members(0, 4, true);
  for (const [name, { target }] of Object.entries(bound.properties)) {
    if (random.chance(0.5)) output[name] = { target };
    if (random.chance(0.3) && bound.lifecycle !== "read" && bound.lifecycle !== "delete")
      input[name] = { target };
  }
  if (bound.lifecycle === "read" || bound.lifecycle === "list" || random.chance(0.2))
    traits[api("readonly")] = {};
  else if (bound.lifecycle === "put" || bound.lifecycle === "delete" || random.chance(0.1))
    traits[api("idempotent")] = {};
  if (maker.shared.http === true || random.chance(0.1)) {
    const methods = verbs[bound.lifecycle] ?? ["GET", "POST", "PUT", "DELETE"];
    bindHttp(maker, traits, random.pick(methods), Object.keys(ids), input, output);
  }
  if (random.chance(0.12)) paginate(maker, traits, input, output);
  if (random.chance(0.1)) traits[waitableTrait.id] = waiters(maker, output);
  if (random.chance(0.1)) traits[api("examples")] = examples(maker, input);
  if (input["note"] && random.chance(0.1) && input["note"].target === api("String"))
    input["note"].traits = { ...input["note"].traits, [api("idempotencyToken")]: {} };
  bindStructures(maker, id, shape, input, output);
  if (maker.errors.length > 0 && random.chance(0.4))
    shape.errors = random.some(maker.errors, 0.5).map(idOf);
  if (maker.isVersion2) maker.mixIn(shape, "operation");
  const isBound = bound !== unbound;
  if (!isBound || random.chance(0.02)) maker.operations.push(id);
  return id;
}

function bindStructures(
  maker: DraftMaker,
  id: string,
  shape: AstShape,
  input: Record<string, AstMember>,
  output: Record<string, AstMember>,
): void {
  const { random, draft } = maker;
  for (const [side, members] of [
    ["input", input],
    ["output", output],
  ] as const) {
    if (Object.keys(members).length === 0 && random.chance(0.5)) continue;
    const structure: AstShape = { type: "structure", members };
    if (maker.isVersion2 && random.chance(0.8)) structure.traits = { [api(side)]: {} };
    const target = `${id}${upperFirst(side)}`;
    if (draft.shapes[target] === undefined) draft.shapes[target] = structure;
    shape[side] = idOf(target);
  }
}

function bindHttp(
  maker: DraftMaker,
  traits: JsonObject,
  method: string,
  labels: readonly string[],
  input: Record<string, AstMember>,
  output: Record<string, AstMember>,
): void {
  const { random } = maker;
  const path = random.pick(["/items", "/a/b", "/users", "/x", "/", "/a/fixed"]);
  const uri = [path === "/" ? "" : path, ...labels.map((name) => `/{${name}}`)].join("");
  const query = random.chance(0.1) ? "?fixed=1" : random.chance(0.05) ? "?flag" : "";
  traits[api("http")] = {
    method: random.chance(0.05) ? "OPTIONS" : method,
    uri: `${uri === "" ? "/" : uri}${query}`,
    ...(random.chance(0.4) && { code: random.pick([200, 201, 204]) }),
  };
  for (const name of labels) {
    const member = input[name];
    if (member) member.traits = { ...member.traits, [api("required")]: {}, [api("httpLabel")]: {} };
  }
  const free = Object.entries(input).filter(([name]) => !labels.includes(name));
  const isSimple = (target: string): boolean =>
    /^smithy\.api#(?:Primitive)?(?:String|Integer|Boolean|Long|Double|Float|Short|Byte|Timestamp)$/.test(
      target,
    );
  let hasPayload = false;
  for (const [name, member] of [...free, ...Object.entries(output)]) {
    const isInput = input[name] === member;
    const traitsOf = (member.traits ??= {});
    if (isSimple(member.target) && random.chance(isInput && method === "GET" ? 0.9 : 0.3)) {
      const binding = isInput && random.chance(0.6) ? "httpQuery" : "httpHeader";
      traitsOf[api(binding)] = binding === "httpQuery" ? name : `X-${name}`;
    } else if (!hasPayload && random.chance(0.05)) {
      hasPayload = true;
      traitsOf[api("httpPayload")] = {};
    }
  }
  if (random.chance(0.05))
    output["code"] = { target: api("Integer"), traits: { [api("httpResponseCode")]: {} } };
}

function paginate(
  maker: DraftMaker,
  traits: JsonObject,
  input: Record<string, AstMember>,
  output: Record<string, AstMember>,
): void {
  const { random } = maker;
  input["pageToken"] = { target: api("String") };
  input["pageSize"] = { target: api("Integer") };
  output["nextPage"] = { target: api("String") };
  traits[api("paginated")] = {
    inputToken: "pageToken",
    outputToken: "nextPage",
    ...(random.chance(0.6) && { pageSize: "pageSize" }),
    ...(random.chance(0.3) && { items: random.pick(["items", "tags", "data.items"]) }),
  };
  traits[api("readonly")] = {};
}

function waiters({ random, errors }: DraftMaker, output: Record<string, AstMember>): JsonObject {
  const path = random.pick([
    ...Object.keys(output),
    "items[].status",
    "length(items)",
    "status",
    "a.b",
  ]);
  const comparator = random.pick([
    "stringEquals",
    "booleanEquals",
    "allStringEquals",
    "anyStringEquals",
  ]);
  const expected =
    comparator === "booleanEquals" ? random.pick(["true", "false"]) : plainText(random);
  const matcher = random.pick<JsonObject>([
    { success: true },
    { errorType: errors.length > 0 ? shapeName(random.pick(errors)) : "NotFound" },
    { output: { path, comparator, expected } },
    {
      inputOutput: {
        path: random.pick(["input.name == output.name", `output.${path}`]),
        comparator,
        expected,
      },
    },
  ]);
  const acceptors = [
    { state: "success", matcher },
    ...(random.chance(0.4)
      ? [{ state: random.pick(["failure", "retry"]), matcher: { success: false } }]
      : []),
  ];
  const delay = random.chance(0.2)
    ? { minDelay: random.between(1, 20), maxDelay: random.between(1, 200) }
    : {};
  return { [random.pick(["Done", "ThingExists", "lowerCase"])]: { acceptors, ...delay } };
}

function examples({ random }: DraftMaker, input: Record<string, AstMember>): JsonObject[] {
  const values = Object.entries(input)
    .filter(([, { traits }]) => traits?.[api("required")] !== undefined || random.chance(0.5))
    .map(([name, { target }]) => [
      name,
      /Integer|Long|Short|Byte/.test(target)
        ? random.between(0, 9)
        : /Boolean/.test(target)
          ? true
          : plainText(random),
    ]);
  return [
    {
      title: plainText(random),
      ...(random.chance(0.5) && { documentation: "Shows it" }),
      input: Object.fromEntries(values),
      ...(random.chance(0.3) && { output: {} }),
    },
  ];
}

/** Adds a service that holds operations and resources. */
export function addService(maker: DraftMaker): void {
  const { random } = maker;
  const traits: JsonObject = {};
  const shape: AstShape = {
    type: "service",
    version: random.pick(["1", "2020-01-01", ""]),
    traits,
  };
  const id = maker.add(`${noun(random)}Service`, shape);
  if (random.chance(0.6)) traits[random.pick(protocols)] = {};
  if (random.chance(0.3)) addAuth(maker, traits);
  if (random.chance(0.3)) {
    const base = shapeName(id).replace(/Service.*$/, "");
    traits[serviceTrait.id] = {
      sdkId: random.pick([base, "Some Thing", "A"]),
      ...(random.chance(0.3) && { arnNamespace: base.toLowerCase() }),
      ...(random.chance(0.2) && { cloudFormationName: base }),
      ...(random.chance(0.4) && { endpointPrefix: base.toLowerCase() }),
    };
  }
  if (random.chance(0.15)) traits[api("title")] = plainText(random);
  if (random.chance(0.1)) traits[api("xmlNamespace")] = { uri: "https://example.com/ns" };
  if (random.chance(0.1))
    traits[api("paginated")] = { inputToken: "pageToken", outputToken: "nextPage" };
  if (random.chance(0.7)) shape.operations = random.some(maker.operations, 0.8).map(idOf);
  if (random.chance(0.8)) shape.resources = random.some(maker.resources, 0.8).map(idOf);
  if (maker.errors.length > 0 && random.chance(0.2))
    shape.errors = [idOf(random.pick(maker.errors))];
  maker.services.push(id);
}

const protocols = [
  restJson1Trait.id, restXmlTrait.id, awsJson1_0Trait.id, awsJson1_1Trait.id, awsQueryTrait.id, ec2QueryTrait.id, rpcv2CborTrait.id,
] as const; // prettier-ignore

function addAuth({ random }: DraftMaker, traits: JsonObject): void {
  const schemes: Record<string, JsonObject> = {
    [api("httpBasicAuth")]: {},
    [api("httpBearerAuth")]: {},
    [api("httpDigestAuth")]: {},
    [api("httpApiKeyAuth")]: { name: "X-Key", in: "header" },
    [sigv4Trait.id]: { name: "example" },
  };
  const chosen = random.some(Object.keys(schemes), 0.4);
  for (const scheme of chosen) traits[scheme] = schemes[scheme] ?? {};
  if (random.chance(0.5))
    traits[api("auth")] = random.chance(0.1) ? [api("httpBasicAuth")] : chosen;
}
