import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadModel, serializeIdl } from "@tinsmith/smithy";
import { numberFrom } from "./child.js";
import { median } from "./statistics.js";
import type { Row, Table } from "./table.js";

const s3 = fileURLToPath(
  new URL("../../../../shared/corpora/aws-models/s3-2006-03-01.json", import.meta.url),
);

/**
 * Measures how long a large model takes to load: S3 with 2.3 MB of JSON AST, and the same model as
 * IDL. Each is loaded in a new process and again when warm. `JSON.parse` of the AST is the lower
 * bound.
 */
export function measureLanguage(rounds: number): Table {
  const head = ["S3", "first load", "warm", "MB/s, warm", "shapes/s, warm"];
  const title = "Language: load a large model";
  if (!existsSync(s3)) {
    return { title, head, rows: [["skipped: ../shared/corpora is not here", "", "", "", ""]] };
  }
  const folder = mkdtempSync(join(tmpdir(), "tinsmith-bench-idl-"));
  try {
    const ast = loadModel([{ path: s3, text: readFileSync(s3, "utf8") }]).model;
    if (ast === undefined) throw new Error("The model of S3 cannot be loaded.");
    const idl = join(folder, "s3.smithy");
    writeFileSync(idl, [...serializeIdl(ast).values()].join("\n"));
    const row = (name: string, path: string): Row => {
      const middle = (mode: string) =>
        median(Array.from({ length: rounds }, () => numberFrom("load-model", path, mode)));
      const warm = middle("warm");
      const megabytes = statSync(path).size / 1_000_000;
      const shapes = numberFrom("load-model", path, "shapes");
      return [
        `${name} (${megabytes.toFixed(2)} MB)`,
        `${middle("first").toFixed(0)} ms`,
        `${warm.toFixed(0)} ms`,
        (megabytes / (warm / 1000)).toFixed(0),
        Math.round(shapes / (warm / 1000)).toLocaleString("en-US"),
      ];
    };
    const parse = median(
      Array.from({ length: rounds }, () => numberFrom("load-model", s3, "parse")),
    );
    const rows: Row[] = [
      row("JSON AST", s3),
      row("IDL", idl),
      ["`JSON.parse` of the AST", "", `${parse.toFixed(0)} ms`, "", ""],
    ];
    return { title, head, rows };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
