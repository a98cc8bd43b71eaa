import * as v from "valibot";
import {
  callable,
  flag,
  fullText,
  limit,
  object,
  recordOf,
  strictOptions,
  text,
  texts,
  withoutArrays,
  withMethods,
} from "../checks/expected.js";
import { listenEntries } from "../http/node/listen-options-schema.js";
import type { ServiceDescription } from "../service/operations.js";
import type { ServerOptions } from "./server-options.js";

const aRate = "Expected a number above 0.";
const aBurst = "Expected a number of at least 1.";

const hooks = withoutArrays(
  v.looseObject(
    {
      onRequest: v.optional(callable),
      onOperation: v.optional(callable),
      onInput: v.optional(callable),
      onResponse: v.optional(callable),
    },
    "Expected an object.",
  ),
);

const hookNames = Object.keys(hooks.entries);

/** Hooks of any class. A plain object must not have additional members. */
export const hooksSchema = v.pipe(
  hooks,
  v.check(
    (given) =>
      Object.getPrototypeOf(given) !== Object.prototype ||
      Object.keys(given).every((name) => hookNames.includes(name)),
    `Expected an object of: ${hookNames.join(", ")}.`,
  ),
);

const signatures = strictOptions({
  credentials: v.optional(
    v.union(
      [callable, v.record(v.string(), v.string())],
      "Expected secret access keys by access key id, or a function.",
    ),
  ),
  regions: v.optional(texts),
  clockSkewMinutes: v.optional(limit),
  now: v.optional(callable),
});

const auth = strictOptions({ accepts: v.optional(callable) });

const anOrigin =
  'Expected true, false, "*", or origins such as "http://localhost:5173", without a path.';

/** An origin as browsers send it: scheme, host and port; `null` for a file. */
const origin = v.pipe(
  v.string(anOrigin),
  v.regex(/^(?:\*|null|[a-z][\w+.-]*:\/\/[^\s/?#@]+)$/i, anOrigin),
);

const control = strictOptions({
  allowedHosts: v.optional(texts),
  maxBodyBytes: v.optional(limit),
  state: v.optional(object),
  routes: v.optional(
    v.array(
      v.looseObject({ method: fullText, path: fullText, summary: text, run: callable }),
      "Expected a list of routes.",
    ),
  ),
});

const quotas = strictOptions({
  error: fullText,
  operations: recordOf(
    strictOptions({
      perSecond: v.pipe(v.number(aRate), v.gtValue(0, aRate)),
      burst: v.optional(v.pipe(v.number(aBurst), v.minValue(1, aBurst))),
    }),
  ),
});

const serviceFaults = recordOf(
  v.looseObject({
    operation: fullText,
    description: text,
    answer: callable,
    check: v.optional(callable),
  }),
);

const clock = withMethods("a clock that createClock() made", [
  "now",
  "freeze",
  "set",
  "advance",
  "resume",
  "reset",
  "checkpoint",
]);

const options = {
  handlers: v.optional(recordOf(v.optional(callable))),
  behavior: v.optional(callable),
  createTenant: v.optional(callable),
  fallback: v.optional(callable),
  constraints: v.optional(object),
  hooks: v.optional(hooksSchema),
  streamBodies: v.optional(
    v.union([v.boolean(), texts], "Expected true, false, or a list of operations."),
  ),
  verifySignatures: v.optional(orFlag(signatures)),
  auth: v.optional(orFlag(auth)),
  cors: v.optional(v.union([v.boolean(), origin, v.array(origin)], anOrigin)),
  clock: v.optional(clock),
  clockInDateHeader: v.optional(flag),
  journal: v.optional(
    strictOptions({ maxEntries: v.optional(limit), maxBytes: v.optional(limit) }),
  ),
  tenants: v.optional(
    strictOptions({ isolateAccessKeys: v.optional(flag), maxTenants: v.optional(limit) }),
  ),
  quotas: v.optional(quotas),
  serviceFaults: v.optional(serviceFaults),
  control: v.optional(v.lazy((given) => (given === false ? v.literal(false) : control))),
  onUnexpectedError: v.optional(callable),
  ...listenEntries,
} satisfies Record<keyof ServerOptions<object>, v.GenericSchema>;

const description = {
  service: object,
  title: v.optional(text),
  protocols: v.array(object, "Expected a list of protocols."),
  clientProtocols: v.optional(recordOf(callable)),
  operations: v.array(object, "Expected a list of operations."),
  virtualHosts: v.optional(texts),
  signing: v.optional(object),
  authentication: v.optional(object),
  corsPolicy: v.optional(object),
} satisfies Record<Exclude<keyof ServiceDescription, "constraints">, v.GenericSchema>;

/** The options of a server, and the description of its service. */
export const serverSchema = strictOptions({ ...options, ...description });

/** An option that is a flag or an object of options. */
function orFlag<Schema extends v.GenericSchema>(schema: Schema) {
  return v.lazy((given) => (typeof given === "boolean" ? v.boolean() : schema));
}
