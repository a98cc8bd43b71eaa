import { join } from "node:path";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { formatDiagnostics, loadModel, serializeAst } from "../../src/index.js";
import { describeCorpus, filesBelow, readSource } from "./corpus.js";

/** The default is a few runs with a fixed seed. `FUZZ_RUNS=50000` starts a long run. */
const parameters = { seed: 20261102, numRuns: Number(process.env["FUZZ_RUNS"] ?? 150) };

describeCorpus("loader/valid", (folder) => {
  const sources = ["smithy", "json"].flatMap((ending) =>
    filesBelow(folder, `.${ending}`).map((name) => readSource(join(folder, name))),
  );

  /** Generates broken files: a part of a file is removed, repeated or moved. */
  const broken = fc
    .record({
      source: fc.constantFrom(...sources),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.integer({ min: 0, max: 40 }),
      to: fc.double({ min: 0, max: 1, noNaN: true }),
      change: fc.constantFrom("cut", "repeat", "move"),
    })
    .map(({ source: { path, text }, from, length, to, change }) => {
      const start = Math.floor(from * text.length);
      const part = text.slice(start, start + length);
      const rest = change === "repeat" ? text : text.slice(0, start) + text.slice(start + length);
      const at = Math.floor(to * rest.length);
      const changed = change === "cut" ? rest : rest.slice(0, at) + part + rest.slice(at);
      return { path, text: changed };
    });

  it(
    "loads every broken file without throwing",
    { timeout: parameters.numRuns * 60 + 30_000 },
    () => {
      fc.assert(
        fc.property(broken, (source) => {
          const { model, diagnostics } = loadModel([source]);
          const outside = diagnostics.filter(({ span }) => span && span.end > source.text.length);
          expect(outside.filter(({ span }) => span?.file.path === source.path)).toEqual([]);
          expect(formatDiagnostics(diagnostics)).not.toContain("undefined");
          expect(JSON.stringify(model && serializeAst(model))).not.toBe("");
        }),
        parameters,
      );
    },
  );
});
