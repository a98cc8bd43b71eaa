import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { formatText } from "../../../src/print/print-file.js";
import { modelOf } from "../../../../service/test/load-plan.js";
import { usesAny } from "../../type-errors.js";
import { generateClient, generateTypes, packages } from "./generate-client.js";
import { checkModules } from "./run-generated.js";

const folder = fileURLToPath(new URL("golden/depot", import.meta.url));
const expectedFolder = join(folder, "expected");
const model = modelOf(await readFile(join(folder, "model.smithy"), "utf8"));
const files = await generateClient(model);

/** The files of paginators, waiters and batches. Another test covers the other files of clients. */
const actions = Object.fromEntries(
  Object.entries(files).filter(([path]) => /^(?:pagination|waiters|batch)\//.test(path)),
);

async function readExpected(): Promise<Record<string, string>> {
  const entries = await readdir(expectedFolder, { recursive: true, withFileTypes: true });
  const texts = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(expectedFolder.length + 1), await readFile(path, "utf8")];
    });
  return Object.fromEntries(await Promise.all(texts));
}

describe("paginators, waiters and batches of a small service", () => {
  it("equal the golden files (UPDATE_GOLDEN=1 updates them)", async () => {
    if (process.env["UPDATE_GOLDEN"] !== undefined) {
      await rm(expectedFolder, { recursive: true, force: true });
      for (const [path, text] of Object.entries(actions)) {
        await mkdir(dirname(join(expectedFolder, path)), { recursive: true });
        await writeFile(join(expectedFolder, path), text);
      }
    }
    expect(actions).toEqual(await readExpected());
  });

  it("compile under the strictest settings, and add methods with the same names to the client", async () => {
    const usage = `
      import { Depot } from "./depot.js";
      import { DepotClient } from "./depot-client.js";
      import { paginateListParcels } from "./pagination/list-parcels-paginator.js";
      import { paginateListShelves } from "./pagination/list-shelves-paginator.js";
      import { waitUntilDepotGone } from "./waiters/wait-for-depot-gone.js";
      import { waitUntilDepotOpen } from "./waiters/wait-for-depot-open.js";
      import { sendParcelsAll, type SendParcelsAllOutcome } from "./batch/send-parcels-all.js";
      import type { NoDepot } from "./errors.js";

      export const use = async (client: DepotClient, depot: Depot): Promise<void> => {
        for await (const page of paginateListParcels({ client, pageSize: 3 }, {})) page.nextToken?.length;
        for await (const { id } of paginateListParcels({ client: depot }, {}).items()) id.length;
        for await (const [name, count] of paginateListShelves({ client }, { hall: "A" }).items()) {
          name.length + count;
        }
        for await (const { id } of depot.paginateListParcels().items()) id.length;
        const open = await waitUntilDepotOpen({ client, maxWaitTime: 9 }, { name: "a" });
        open.final?.depot?.state;
        const gone = await waitUntilDepotGone({ client, maxWaitTime: 9 }, { name: "a" });
        const error: NoDepot | undefined = gone.final;
        error?.message;
        await depot.waitUntilDepotOpen({ name: "a" }, 60);
        await depot.waitUntilDepotOpen({ name: "a" }, { maxWaitTime: 60 });
        const report = await sendParcelsAll({ client }, { depot: "a", parcels: [] });
        report.outcomes.map(describe);
        (await depot.sendParcelsAll({ depot: "a", parcels: [] }, { concurrency: 2 })).throwIfRefused();
      };

      const describe = (one: SendParcelsAllOutcome): string => {
        switch (one.outcome) {
          case "accepted":
            return one.result.number;
          case "duplicate":
            return one.entry.id;
          case "refused":
            return one.because === "status" ? (one.message ?? "") : one.because;
        }
      };
    `;
    expect(
      checkModules({
        [packages.client]: { ...files, "usage.ts": usage },
        [packages.types]: await generateTypes(model),
      }),
    ).toEqual([]);
  }, 120_000);

  it("are not changed by oxfmt and do not use the type any", async () => {
    for (const [path, text] of Object.entries(actions)) {
      expect(await formatText(path, text)).toBe(text);
      expect(usesAny(text)).toBe(false);
    }
  });

  it("are omitted for a model without them", async () => {
    const plain = modelOf(
      await readFile(
        fileURLToPath(new URL("golden/counter/model.smithy", import.meta.url)),
        "utf8",
      ),
    );
    const client = Object.values(await generateClient(plain)).join("\n");
    expect(client).not.toMatch(
      /client-runtime\/generated\/v1\/(?:pagination|waiters|jmespath|batch)/,
    );
  });
});
