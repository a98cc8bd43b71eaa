import * as v from "valibot";

const node = v.record(v.string(), v.unknown());

/** A difference between the model and a real service or a client. */
const finding = v.object({
  kind: v.picklist([
    "unknownMember",
    "missingMember",
    "unknownEnumValue",
    "brokenConstraint",
    "wrongType",
    "unmodeledError",
  ]),
  /** The part of the call that differs. */
  side: v.picklist(["input", "output", "error"]),
  /**
   * Names of members, joined with dots. `[]` represents the items of a list. Empty for the whole.
   */
  path: v.string(),
  /** A description without values that may be secret. */
  detail: v.string(),
});

/** The content of a file in the folder: one recorded call of an operation. */
export const fixtureSchema = v.object({
  format: v.literal(1),
  /** The absolute id of the service's shape. */
  service: v.string(),
  operation: v.string(),
  /** The time of the request's arrival, as ISO 8601. */
  recordedAt: v.optional(v.string()),
  /** The number of the attempt within its call, if the client sent it. */
  attempt: v.optional(v.number()),
  /** The HTTP status of the response. */
  status: v.number(),
  /** The input as JSON: timestamps as ISO 8601, blobs as base64, secrets as `***`. */
  input: node,
  output: v.optional(node),
  error: v.optional(
    v.object({ name: v.string(), message: v.optional(v.string()), members: v.optional(node) }),
  ),
  /** The differences between the call and the model at the time of the recording. */
  drift: v.optional(v.array(finding)),
});

/** One call of an operation: its input, and its output or error. */
export type Fixture = Readonly<v.InferOutput<typeof fixtureSchema>>;

/** A difference between a call and the model. */
export type Finding = Readonly<v.InferOutput<typeof finding>>;
