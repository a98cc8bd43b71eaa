import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { modelOf } from "../../../../service/test/load-plan.js";
import { stubService, withClient } from "./run-client.js";
import type { Answer, Asked } from "./run-client.js";

const folder = fileURLToPath(new URL("golden/depot", import.meta.url));
const model = modelOf(await readFile(`${folder}/model.smithy`, "utf8"));

// The exports of generated modules are unknown when this file is compiled.
// oxlint-disable-next-line typescript/no-explicit-any
export type Exported = any;

/** The exports of the depot's generated client. */
export const depot: Record<string, Exported> = await withClient(model, (importModule) =>
  importModule("index.js"),
);

/** Creates a client. The function returns the responses to its calls. */
export function connect(answer: (asked: Asked, number: number) => Answer | object, options = {}) {
  const { asked, handler } = stubService(answer);
  const Client = depot["Depot"];
  const client = new Client({
    endpoint: "http://depot.example",
    requestHandler: handler,
    ...options,
  });
  return { asked, client };
}

/** Collects all values of an iterable. */
export async function collect(all: AsyncIterable<unknown>): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of all) items.push(item);
  return items;
}
