import * as v from "valibot";

/** The schemas of responses of the control API, for its description. */
const text = v.string();
const number = v.number();
const json = v.unknown();

const entry = v.object({
  sequence: number,
  receivedAt: text,
  clock: text,
  tenant: text,
  operation: text,
  requestId: text,
  invocationId: v.optional(text),
  attempt: number,
  credential: v.optional(v.object({ accessKeyId: text, region: text, service: text })),
  input: v.optional(json),
  output: v.optional(json),
  error: v.optional(v.object({ name: text, message: v.optional(text), members: v.optional(json) })),
  status: number,
  broken: v.optional(v.picklist(["reset", "truncate"])),
  latencyMs: number,
  faults: v.array(text),
  warnings: v.array(text),
});

export const answers = {
  error: v.object({ error: text }),
  id: v.object({ id: text }),
  health: v.object({ status: v.literal("ok"), services: v.record(text, text), tenants: number }),
  clock: v.object({ now: text, frozen: v.boolean() }),
  faults: v.object({
    faults: v.array(v.object({ id: text, hits: number, rule: v.record(text, json) })),
  }),
  overrides: v.object({
    overrides: v.array(
      v.object({
        id: text,
        operation: text,
        input: v.optional(json),
        once: v.array(text),
        lasting: v.optional(text),
        delayMs: number,
      }),
    ),
  }),
  journal: v.object({ total: number, entries: v.array(entry) }),
  calls: v.object({
    calls: v.array(
      v.object({ invocationId: v.optional(text), operation: text, attempts: v.array(entry) }),
    ),
  }),
  verification: v.object({ ok: v.boolean(), matched: number, message: text }),
  coverage: v.looseObject({ operations: json, enums: json }),
  recording: v.record(text, json),
  tenants: v.object({ tenants: v.array(text) }),
  tenant: v.object({ accessKeyId: text }),
  state: v.record(text, json),
};
