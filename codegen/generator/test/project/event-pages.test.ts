import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recordProject } from "../../src/pipeline/record.js";
import { createWorkbench } from "../workbench.js";
import type { Workbench } from "../workbench.js";

const packageFolder = join(import.meta.dirname, "../..");

const pages = readdirSync(join(packageFolder, "events")).map((file) => {
  const text = readFileSync(join(packageFolder, "events", file), "utf8");
  const configs = text.matchAll(/^## (Wrong|Right)\n\n```json\n(.*?)^```$/gms);
  return {
    id: file.replace(/\.md$/, ""),
    text,
    severities: /^Severity: (.*)$/m.exec(text)?.[1]?.split(", ") ?? [],
    configs: new Map([...configs].map(([, title = "", config = ""]) => [title, config])),
  };
});

const model = (body: string): string =>
  `$version: "2.0"\nnamespace example\nuse aws.protocols#restJson1\n${body}\n`;

const example = (time: number): string =>
  model(`apply Report @examples([{ title: "Report", input: { time: ${time} } }])`);

const files = {
  "main.smithy": model(`
@restJson1
service Weather {
    version: "1"
    operations: [Report]
}
@http(method: "POST", uri: "/")
operation Report {
    input := { time: Timestamp }
}
`),
  "shared.smithy": model("string Shared"),
  "seconds.smithy": example(1767225600),
  "milliseconds.smithy": example(1767225600000000),
  "anchors.json": "{}",
};

let bench: Workbench;
beforeEach(async () => {
  bench = await createWorkbench();
  await bench.write(files);
});
afterEach(() => bench.remove());

/** The ids in the source code of the messages of a build. */
const source = readFileSync(join(packageFolder, "src/project/build-messages.ts"), "utf8");
const reported = new Set([...source.matchAll(/"(Build\.\w+)"/g)].map(([, id]) => id));

describe("the pages of events", () => {
  it("describe exactly the ids that a build can report", () => {
    expect(pages.map(({ id }) => id).sort()).toEqual([...reported].sort());
  });
});

describe.each(pages)("the page of $id", ({ id, text, severities, configs }) => {
  async function eventsOf(title: string) {
    await bench.write({ "smithy-build.json": configs.get(title) ?? "" });
    const options = {
      configPath: ".",
      cwd: bench.root,
      readDependencies: () => Promise.reject(new Error("The artifact was not found")),
      recorder: () => Promise.resolve({ calls: [], unrecorded: [] }),
    };
    const { diagnostics } =
      id === "Build.Record" ? await recordProject(options) : await bench.build(options);
    return diagnostics.filter(({ code }) => code.startsWith("Build."));
  }

  it("has the id as its heading, and its sections in order", () => {
    expect(text.startsWith(`# ${id}\n\nSeverity: `)).toBe(true);
    const sections = [...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    expect(sections).toEqual(["Wrong", "Right", "What to do", "Specification"]);
  });

  it("shows a configuration that causes only the event", async () => {
    const events = await eventsOf("Wrong");
    expect(new Set(events.map(({ code }) => code))).toEqual(new Set([id]));
    for (const { severity } of events) expect(severities).toContain(severity);
  });

  it("shows a configuration that causes no events", async () => {
    expect(await eventsOf("Right")).toEqual([]);
  });
});
