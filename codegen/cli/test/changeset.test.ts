import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { run } from "../src/program.js";
import { recordingTerminal, smallProject, workspace } from "./workspace.js";

async function tinsmith(root: string, ...argv: readonly string[]) {
  const { terminal, written } = recordingTerminal(root);
  const code = await run(argv, terminal);
  return { code, ...written };
}

const manifest = (name: string, version: string): string => JSON.stringify({ name, version });

/** A project that publishes types, a client, a mock server and documentation. */
const project = {
  "main.smithy": smallProject["main.smithy"],
  "smithy-build.json": JSON.stringify({
    version: "1.0",
    sources: ["main.smithy"],
    plugins: {
      types: { package: "@example/types", output: "out/types" },
      client: { package: "@example/client", output: "out/client" },
      "mock-server": { package: "@example/mock", output: "out/mock" },
      docs: { package: "@example/docs", output: "out/docs" },
    },
  }),
  "out/types/package.json": manifest("@example/types", "1.2.0"),
  "out/client/package.json": manifest("@example/client", "1.2.0"),
  "out/mock/package.json": manifest("@example/mock", "0.3.0"),
  "out/docs/package.json": manifest("@example/docs", "1.0.0"),
  ".changeset/config.json": "{}",
};

async function released(files: Readonly<Record<string, string>> = project) {
  const created = await workspace(files);
  expect(await tinsmith(created.root, "changeset", "--mark-released")).toEqual({
    code: 0,
    out: "",
    err: "write .tinsmith/released-model.json\n",
  });
  return created;
}

const main = project["main.smithy"];
const widened = main.replace("        @required\n", "");
const narrowed = main.replace(
  "        now: Timestamp",
  "        now: Timestamp\n\n        @required\n        zone: String",
);

const changesets = async (root: string) =>
  (await readdir(join(root, ".changeset"))).filter((name) => name.endsWith(".md"));

describe("tinsmith changeset", () => {
  it("writes nothing for a model that did not change", async () => {
    await using created = await released();
    const { code, err } = await tinsmith(created.root, "changeset");
    expect({ code, err }).toEqual({ code: 0, err: "0 changes since the released model\n" });
    expect(await changesets(created.root)).toEqual([]);
    expect((await tinsmith(created.root, "changeset", "--check")).code).toBe(0);
  });

  it("writes a major bump for clients and a minor bump for servers if an output is widened", async () => {
    await using created = await released();
    await created.write("main.smithy", widened);
    const { code, err } = await tinsmith(created.root, "changeset");
    expect(code).toBe(0);
    expect(err).toContain("write .changeset/tinsmith-client.md\n");
    const text = (name: string) => readFile(join(created.root, ".changeset", name), "utf8");
    expect(await text("tinsmith-client.md")).toBe(
      '---\n"@example/client": major\n---\n\nBreaking changes:\n\n- `GetTimeOutput.now` is now optional.\n',
    );
    expect(await text("tinsmith-server.md")).toContain('"@example/mock": minor\n');
    expect(await text("tinsmith-model.md")).toContain('"@example/types": major\n');
    expect(await text("tinsmith-docs.md")).toContain('"@example/docs": patch\n');
  });

  it("writes a minor bump for a change that breaks servers if the version is below 1.0.0", async () => {
    await using created = await released();
    await created.write("main.smithy", narrowed);
    await tinsmith(created.root, "changeset");
    const text = (name: string) => readFile(join(created.root, ".changeset", name), "utf8");
    expect(await text("tinsmith-server.md")).toContain('"@example/mock": minor\n---\n\nBreaking');
    expect(await text("tinsmith-client.md")).toContain('"@example/client": minor\n');
  });

  it("fails with --check until written or generated changesets cover the change", async () => {
    await using created = await released();
    await created.write("main.smithy", widened);
    expect(await tinsmith(created.root, "changeset", "--check")).toEqual({
      code: 1,
      out: [
        "@example/client needs a changeset: major\n",
        "@example/docs needs a changeset: patch\n",
        "@example/mock needs a changeset: minor\n",
        "@example/types needs a changeset: major\n",
      ].join(""),
      err: "Write the changesets with: tinsmith changeset\n",
    });
    expect(await changesets(created.root)).toEqual([]);
    await created.write(
      ".changeset/by-hand.md",
      "---\n'@example/client': minor\n\"@example/types\": major\n@example/docs: patch\n---\n\nWords\n",
    );
    const partly = await tinsmith(created.root, "changeset", "--check");
    expect(partly.out).toBe(
      "@example/client needs a changeset: major\n@example/mock needs a changeset: minor\n",
    );
    await tinsmith(created.root, "changeset");
    expect((await tinsmith(created.root, "changeset", "--check")).code).toBe(0);
  });

  it("removes its changesets if the change is reverted", async () => {
    await using created = await released();
    await created.write("main.smithy", widened);
    await tinsmith(created.root, "changeset");
    expect(await changesets(created.root)).toHaveLength(4);
    await created.write(".changeset/mine.md", "---\n---\n");
    await created.write("main.smithy", main);
    await tinsmith(created.root, "changeset");
    expect(await changesets(created.root)).toEqual(["mine.md"]);
  });

  it("ignores private packages", async () => {
    await using created = await released({
      ...project,
      "out/mock/package.json": '{"name": "@example/mock", "private": true}',
    });
    await created.write("main.smithy", widened);
    await tinsmith(created.root, "changeset");
    expect(existsSync(join(created.root, ".changeset/tinsmith-server.md"))).toBe(false);
  });

  it("reports a missing released model, a missing folder and a missing configuration", async () => {
    await using created = await workspace(project);
    const first = await tinsmith(created.root, "changeset");
    expect(first.code).toBe(2);
    expect(first.err).toContain("The released model is missing: .tinsmith/released-model.json");
    await using empty = await workspace({ "a.txt": "" });
    expect((await tinsmith(empty.root, "changeset")).code).toBe(2);
    const { ".changeset/config.json": _, ...without } = project;
    await using other = await workspace(without);
    const third = await tinsmith(other.root, "changeset");
    expect(third.err).toContain("The folder .changeset is missing");
  });

  it("compares each projection with the released model of this projection", async () => {
    const build = {
      version: "1.0",
      sources: ["main.smithy"],
      plugins: { types: { package: "@example/types", output: "out/types" } },
      projections: {
        partners: {
          transforms: [{ name: "excludeShapesByTag", args: { tags: ["internal"] } }],
          plugins: { client: { package: "@example/client", output: "out/client" } },
        },
      },
    };
    await using created = await workspace({
      ...project,
      "smithy-build.json": JSON.stringify(build),
    });
    const marked = await tinsmith(created.root, "changeset", "--mark-released");
    expect(marked.err).toBe(
      "write .tinsmith/released-model.json\nwrite .tinsmith/released-model.partners.json\n",
    );
    const internal = '\n@tags(["internal"])\noperation Reset {}\n';
    await created.write(
      "main.smithy",
      main.replace("[GetTime]", "[GetTime, Reset]").concat(internal),
    );
    expect(await tinsmith(created.root, "changeset", "--check")).toMatchObject({
      out: "@example/types needs a changeset: minor\n",
    });
    await created.write("smithy-build.json", JSON.stringify({ ...build, projections: {} }));
    await tinsmith(created.root, "changeset", "--mark-released");
    expect(await readdir(join(created.root, ".tinsmith"))).toEqual(["released-model.json"]);
  });

  it("describes a renamed service as renamed", async () => {
    await using created = await released();
    await created.write("main.smithy", main.replace("service Clock", "service Watch"));
    await tinsmith(created.root, "changeset");
    const text = await readFile(join(created.root, ".changeset/tinsmith-client.md"), "utf8");
    expect(text).toContain('"@example/client": major\n');
    expect(text).toContain("- The class `ClockClient` is now named `WatchClient`.\n");
    const server = await readFile(join(created.root, ".changeset/tinsmith-server.md"), "utf8");
    expect(server).toContain('"@example/mock": minor\n');
  });

  it("writes changesets for each service of a model", async () => {
    const service = (name: string) =>
      `\n@awsJson1_1\nservice ${name} { version: "1", operations: [GetTime] }\n`;
    const client = (name: string, id: string) => ({
      [`client::${name}`]: { service: id, package: `@example/${name}`, output: `out/${name}` },
    });
    await using created = await workspace({
      ...project,
      "main.smithy": main + service("Watch"),
      "smithy-build.json": JSON.stringify({
        version: "1.0",
        sources: ["main.smithy"],
        plugins: {
          ...client("clock", "example.small#Clock"),
          ...client("watch", "example.small#Watch"),
        },
      }),
    });
    await tinsmith(created.root, "changeset", "--mark-released");
    await created.write("main.smithy", widened + service("Watch"));
    const { err } = await tinsmith(created.root, "changeset");
    expect(await changesets(created.root)).toEqual([
      "tinsmith-client-source.md",
      "tinsmith-client.md",
    ]);
    expect(err).toContain("2 changes since the released model\n");
    expect((await tinsmith(created.root, "changeset", "--check")).code).toBe(0);
    await created.write("main.smithy", main + service("Watch"));
    await tinsmith(created.root, "changeset");
    expect(await changesets(created.root)).toEqual([]);
  });

  it("requires a changeset for the first release, and no other changesets for this release", async () => {
    const { "out/docs/package.json": _, ...files } = project;
    await using created = await workspace({
      ...files,
      "out/types/package.json": manifest("@example/types", "0.0.0"),
      "out/client/package.json": manifest("@example/client", "0.0.0"),
      "out/mock/package.json": manifest("@example/mock", "0.0.0"),
    });
    expect((await tinsmith(created.root, "changeset", "--check")).out).toContain(
      "@example/docs needs a changeset: minor\n",
    );
    await tinsmith(created.root, "changeset");
    expect((await tinsmith(created.root, "changeset", "--check")).code).toBe(0);
    const text = await readFile(join(created.root, ".changeset/tinsmith-model.md"), "utf8");
    expect(text).toBe('---\n"@example/types": minor\n---\n\nNew:\n\n- The first release.\n');
  });

  it("reads changesets with Windows line breaks and a byte order mark", async () => {
    await using created = await released();
    await created.write("main.smithy", widened);
    await tinsmith(created.root, "changeset");
    for (const name of await changesets(created.root)) {
      const text = await readFile(join(created.root, ".changeset", name), "utf8");
      await created.write(`.changeset/${name}`, `\uFEFF${text.replaceAll("\n", "\r\n")}`);
    }
    const kept = await readFile(join(created.root, ".tinsmith/released-model.json"), "utf8");
    await created.write(".tinsmith/released-model.json", kept.replaceAll("\n", "\r\n"));
    await created.write("main.smithy", widened.replaceAll("\n", "\r\n"));
    expect((await tinsmith(created.root, "changeset", "--check")).code).toBe(0);
  });

  it("names an invalid manifest, released model or configuration in its error", async () => {
    await using created = await released();
    await created.write("out/client/package.json", "{");
    expect((await tinsmith(created.root, "changeset")).err).toContain(
      "out/client/package.json is not valid JSON: ",
    );
    await created.write("out/client/package.json", manifest("@example/client", "1.2.0"));
    await created.write(".tinsmith/released-model.json", "<<<<<<< HEAD\n");
    expect((await tinsmith(created.root, "changeset", "--check")).err).toContain(
      "The released model has errors: .tinsmith/released-model.json",
    );
    const vanished = await tinsmith(created.root, "changeset", "no-such-folder", "--check");
    expect(vanished.code).toBe(2);
    expect(vanished.err).toContain("no-such-folder");
    expect(await changesets(created.root)).toEqual([]);
  });

  it("writes nothing for an invalid model", async () => {
    await using created = await released();
    await created.write("main.smithy", main.replace("Timestamp", "Missing"));
    const { code, err } = await tinsmith(created.root, "changeset");
    expect(code).toBe(1);
    expect(err).toContain("main.smithy:");
    expect(await changesets(created.root)).toEqual([]);
  });
});
