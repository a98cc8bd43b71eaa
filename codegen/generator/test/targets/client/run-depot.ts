import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { modelOf } from "../../../../service/test/load-plan.js";
import { stubService, withClient } from "./run-client.js";
import type { Answer, Asked } from "./run-client.js";

const folder = fileURLToPath(new URL("golden/depot", import.meta.url));
const model = modelOf(await readFile(`${folder}/model.smithy`, "utf8"));

// What the generated modules export is not known when this file is compiled.
// oxlint-disable-next-line typescript/no-explicit-any
export type Exported = any;

/** The generated client of the depot, as its module exports it. */
export const depot: Record<string, Exported> = await withClient(model, (importModule) =>
  importModule("index.js"),
);

/** A client whose calls are answered by a function. */
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

/** All that an iterator gives. */
export async function collect(all: AsyncIterable<unknown>): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of all) items.push(item);
  return items;
}
