import * as v from "valibot";

const node = v.record(v.string(), v.unknown());

/** One way in which a real service, or a client, is not what the model says. */
const finding = v.object({
  kind: v.picklist([
    "unknownMember",
    "missingMember",
    "unknownEnumValue",
    "brokenConstraint",
    "wrongType",
    "unmodeledError",
  ]),
  /** In which part of the call. */
  side: v.picklist(["input", "output", "error"]),
  /** Names of members joined with dots, `[]` for the items of lists; empty for the whole. */
  path: v.string(),
  /** What was found, without values that may be secret. */
  detail: v.string(),
});

/** What a file of the folder holds: one call of an operation, as it was recorded. */
export const fixtureSchema = v.object({
  format: v.literal(1),
  /** The absolute id of the service's shape. */
  service: v.string(),
  operation: v.string(),
  /** When the request arrived, as ISO 8601. */
  recordedAt: v.optional(v.string()),
  /** Which attempt of its call the request was, where the client said so. */
  attempt: v.optional(v.number()),
  /** The HTTP status of the answer. */
  status: v.number(),
  /** As JSON: timestamps as ISO 8601, blobs as base64. What must not be told is `***`. */
  input: node,
  output: v.optional(node),
  error: v.optional(
    v.object({ name: v.string(), message: v.optional(v.string()), members: v.optional(node) }),
  ),
  /** Where the call was not what the model said when it was recorded. */
  drift: v.optional(v.array(finding)),
});

/** One call of an operation: its input, and its output or error. */
export type Fixture = Readonly<v.InferOutput<typeof fixtureSchema>>;

/** One way in which a call is not what the model says. */
export type Finding = Readonly<v.InferOutput<typeof finding>>;
