import * as v from "valibot";
import { platformSchema, recordSchema, seedSchema, tokenSchema } from "../seed/seed.js";
import type { Change } from "./state.js";

const changeSchema: v.GenericSchema<unknown, Change> = v.variant("kind", [
  v.object({
    kind: v.literal("seeded"),
    seed: seedSchema,
    at: v.string(),
    origin: v.exactOptional(seedSchema),
  }),
  v.object({ kind: v.literal("metered"), record: recordSchema }),
  v.object({
    kind: v.literal("clientTokenUsed"),
    key: v.string(),
    use: v.object({ parameters: v.string(), meteringRecordId: v.string() }),
  }),
  v.object({ kind: v.literal("registered"), key: v.string() }),
  v.object({ kind: v.literal("tokenResolved"), token: v.string() }),
  v.object({
    kind: v.literal("tokenIssued"),
    token: v.object({ ...tokenSchema.entries, issuedAt: v.string() }),
  }),
  v.object({ kind: v.literal("platformSet"), platform: platformSchema }),
  v.object({ kind: v.literal("keyMade"), version: v.number(), privateKey: v.string() }),
]);

/**
 * Parses a stored change.
 *
 * @throws TypeError if it is not a change of a known form
 */
export function readChange(kept: unknown): Change {
  const result = v.safeParse(changeSchema, kept);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new TypeError(
    `The stored state is damaged: ${v.getDotPath(issue) ?? "a change"}: ${issue.message}`,
  );
}
