import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { planServer } from "@tinsmith/service";
import type { Recordings, ServicePlan } from "@tinsmith/service";
import * as v from "valibot";
import { hashOf } from "../project/build-cache.js";
import { resolveModule } from "../project/resolve-module.js";
import type { PlannedTarget, ProjectionRun } from "./generator-run.js";

export const noRecordings: Recordings = { calls: [], unrecorded: [] };

/** A file of recordings. */
export interface KeptRecordings {
  readonly file: string;
  /** Empty if the file does not exist. */
  readonly text: string;
}

/**
 * Reads the file of recordings of a target.
 *
 * @param folder - the folder of the configuration
 * @returns `undefined` if the target has none
 */
export async function keptRecordings(
  { generator, options }: PlannedTarget["target"],
  folder: string,
): Promise<KeptRecordings | undefined> {
  const file = generator.recordings?.(options).file;
  if (file === undefined) return undefined;
  return { file, text: await readFile(join(folder, file), "utf8").catch(() => "") };
}

const advice = "Run tinsmith record";

/**
 * Reads the content of a file of recordings. Returns a warning if the content does not match the
 * model.
 *
 * @throws Error if the file has another form
 */
export function readRecordings(
  { file, text }: KeptRecordings,
  plan: ServicePlan,
): { readonly recordings: Recordings; readonly warning?: string } {
  if (text === "") {
    return { recordings: noRecordings, warning: `${file} does not exist. ${advice}` };
  }
  const parsed = v.safeParse(fileSchema, parseJson(text));
  if (!parsed.success) {
    throw new Error(`${file} is not a file of recordings of format 1. ${advice}`);
  }
  const { model, service, calls, unrecorded } = parsed.output;
  // The recorder wrote the file, so its calls have the expected form.
  const recordings = { calls, unrecorded } as unknown as Recordings;
  const isStale = service !== plan.id || model !== fingerprint(plan);
  return isStale
    ? { recordings, warning: `${file} was recorded from another version of the model. ${advice}` }
    : { recordings };
}

const fileSchema = v.object({
  format: v.literal(1),
  service: v.string(),
  model: v.string(),
  calls: v.array(
    v.object({
      operation: v.string(),
      input: v.unknown(),
      request: v.unknown(),
      response: v.unknown(),
      title: v.optional(v.string()),
      output: v.optional(v.unknown()),
      error: v.optional(v.unknown()),
      arranged: v.optional(v.literal(true)),
    }),
  ),
  unrecorded: v.array(
    v.object({ operation: v.string(), title: v.optional(v.string()), reason: v.string() }),
  ),
});

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** Returns the content of a file of recordings. */
export function recordingsFile(plan: ServicePlan, { calls, unrecorded }: Recordings): string {
  const content = { format: 1, service: plan.id, model: fingerprint(plan), calls, unrecorded };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

/** Returns a hash of the parts of a plan that affect messages. Documentation is not among them. */
function fingerprint(plan: ServicePlan): string {
  const { id, version, protocols, authSchemes, schemas, operations } = plan;
  const { constraints, examples, settled } = planServer(plan);
  return hashOf(
    JSON.stringify([
      [id, version, protocols.map((protocol) => protocol.id), authSchemes],
      [schemas, constraints, examples, settled],
      operations.map((operation) => [operation.name, operation.errors, operation.clientAuth]),
    ]),
  );
}

/** Returns whether recording a target runs modules that the configuration can import. */
export function needsModules(
  { generator, options }: PlannedTarget["target"],
  { plugins }: ProjectionRun["project"],
): boolean {
  const settings = generator.recordings?.(options);
  return settings !== undefined && (settings.server !== undefined || plugins.protocols.length > 0);
}

/**
 * Lets the recorder of the program run the examples of a service. The recorder can import the same
 * modules as the configuration.
 *
 * @returns `undefined` if the target shows no recordings, the program has no recorder, or a module
 *   is needed and may not be loaded
 */
export async function recordCalls(
  { target, plan }: PlannedTarget,
  { project, projection, options }: ProjectionRun,
): Promise<Recordings | undefined> {
  const settings = target.generator.recordings?.(target.options);
  const { recorder } = options;
  if (settings === undefined || recorder === undefined) return undefined;
  const { server, endpoint, region, clock } = settings;
  if (needsModules(target, project) && options.run === false) return undefined;
  return recorder({
    plan,
    endpoint,
    region,
    clock,
    ...(server !== undefined && { server }),
    model: projection.model,
    load: async (specifier) => {
      const file = await resolveModule(specifier, project.configPath);
      if (file === undefined) throw new Error(`The module ${specifier} was not found.`);
      const loaded: unknown = await import(pathToFileURL(file).href);
      return loaded;
    },
  });
}
