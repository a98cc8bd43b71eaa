import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorkbench } from "../workbench.js";
import type { Workbench } from "../workbench.js";

let bench: Workbench;
beforeEach(async () => {
  bench = await createWorkbench();
});
afterEach(() => bench.remove());

const library = (body: string): string => `$version: "2"

namespace example

use aws.protocols#awsJson1_0

@awsJson1_0
service Library {
    version: "1"
    operations: [Lend]
}

operation Lend {
    input := {
        ${body}
    }
}
`;

const history = [
  { version: "1.0", date: "2026-01-31", model: "kept/1.0.smithy" },
  { version: "1.1", model: "./kept/1.1" },
];

const project = (docs: object) => ({
  "model/smithy-build.json": {
    version: "1.0",
    sources: ["main.smithy"],
    plugins: { docs: { package: "@example/docs", output: "../docs", ...docs } },
  },
  "model/package.json": { name: "@example/model" },
  "model/main.smithy": library("title: Integer\n        pages: Integer"),
  "model/kept/1.0.smithy": library("title: String"),
  "model/kept/1.1/main.smithy": library("title: String\n        author: String"),
});

const messages = ({ diagnostics }: Awaited<ReturnType<Workbench["build"]>>) =>
  diagnostics
    .filter(({ code }) => code.startsWith("Build."))
    .map(({ severity, message }) => `${severity} ${message}`);

const section = (page: string, heading: string): string =>
  page.split(/^## /m).find((text) => text.startsWith(heading)) ?? "";

describe("the page of changes", () => {
  it("groups the events of each version by severity, and links to shapes that still exist", async () => {
    await bench.write(project({ history }));
    expect(messages(await bench.build())).toEqual([]);
    const page = await bench.read("docs/src/generated/changes.md");
    expect(page.match(/^## .*/gm)).toEqual(["## Since 1.1", "## 1.1", "## 1.0 2026-01-31"]);
    const current = section(page, "Since 1.1");
    expect(current).toMatch(
      /### Breaking\n[^#]*\[`LendInput.title`\]\(shapes\/lend-input.md\)[^#]*String[^#]*Integer/,
    );
    expect(current).toMatch(/^- `LendInput.author` Removed/m);
    expect(current).toMatch(/### Other changes\n[^#]*Added member/);
    expect(section(page, "1.1")).toMatch(/### Other changes\n\n- `LendInput.author` Added/);
    expect(section(page, "1.0")).toContain("The first version that is kept.");
  });

  it("is not part of a site without earlier versions", async () => {
    await bench.write(project({}));
    await bench.build();
    const files = Object.keys(await bench.files("docs/src/generated"));
    expect(files).not.toContain("changes.html");
    expect(files).toContain("downloads.html");
  });

  it("omits the current model if it equals the last version", async () => {
    const files = project({ history });
    await bench.write({ ...files, "model/main.smithy": files["model/kept/1.1/main.smithy"] });
    await bench.build();
    const page = await bench.read("docs/src/generated/changes.md");
    expect(page.match(/^## .*/gm)).toEqual(["## 1.1", "## 1.0 2026-01-31"]);
  });

  it("is generated again after an edit of an earlier model", async () => {
    await bench.write(project({ history }));
    await bench.build();
    await bench.write({ "model/kept/1.1/main.smithy": library("title: Integer") });
    const { changes } = await bench.build();
    expect(changes.map(({ path }) => path.slice(bench.root.length + 1))).toContain(
      "docs/src/generated/changes.html",
    );
  });

  it.each([
    [
      [{ version: "1", model: "kept/none.json" }],
      'history: The model of version "1", kept/none.json, was not found. Expected a JSON AST, or a folder of model files',
    ],
    [[history[0], history[0]], 'history: The version "1.0" is listed twice'],
    [
      [{ version: "1", model: "kept/broken.smithy" }],
      'history: The model of version "1", kept/broken.smithy, has errors: ',
    ],
  ])("rejects %j", async (versions, reason) => {
    await bench.write({
      ...project({ history: versions }),
      "model/kept/broken.smithy": '$version: "2"\nnamespace a\nstructure A {\n',
    });
    const result = await bench.build();
    expect(result.ok).toBe(false);
    expect(messages(result)[0]).toContain(`The target "docs" failed: ${reason}`);
  });
});

describe("the addresses of a published site", () => {
  const renamed = (docs: object) => ({
    ...project({ anchors: "anchors.json", ...docs }),
    "model/main.smithy": library("title: Text").concat("\nstring Text\n"),
    "model/anchors.json": {
      "example#Library": "index.html",
      "example#Lend": "operations/lend.html",
      "example#Give": "operations/give.html",
      "example#LendInput$name": "shapes/lend-input.html#name",
      "guides/start.html": "guides/start.html",
    },
  });
  const moved = {
    "example#Give": "example#Lend",
    "example#LendInput$name": "example#LendInput$title",
    "guides/start.html": "index.html",
  };

  it("redirect to their successors, and stay on the list of addresses", async () => {
    await bench.write(renamed({ moved }));
    expect(messages(await bench.build())).toEqual([]);
    const page = await bench.read("docs/src/generated/operations/give.html");
    expect(page).toContain(
      '<noscript><meta http-equiv="refresh" content="0; url=lend.html"></noscript>',
    );
    expect(await bench.read("docs/src/generated/shapes/lend-input.html")).toContain(
      '<li id="name"><a class="moved" href="#title">',
    );
    const addresses = JSON.parse(await bench.read("docs/src/generated/anchors.json"));
    expect(addresses).toMatchObject({
      "example#Give": "operations/give.html",
      "example#Lend": "operations/lend.html",
    });
    expect(await bench.read("docs/src/generated/llms.txt")).not.toContain("give");
  });

  it("cause warnings if they have no successor", async () => {
    await bench.write(renamed({}));
    const result = await bench.build();
    expect(result.ok).toBe(true);
    expect([...messages(result)].sort()).toEqual(
      [
        "guides/start.html, the address of guides/start.html",
        "operations/give.html, the address of example#Give",
        "shapes/lend-input.html#name, the address of example#LendInput$name",
      ].map(
        (address) =>
          `WARNING "docs": ${address}, no longer exists. Name its successor in "moved", or remove it from the list of "anchors"`,
      ),
    );
  });

  it.each([
    [
      { "example#Give": "example#Take" },
      "moved: example#Take, the successor of example#Give, does not exist. Expected the id of a shape of the service, or a page such as errors.html",
    ],
    [{ "example#Lend": "index.html" }, "moved: example#Lend still exists, so it has no successor"],
  ])("cannot have the invalid successors %j", async (wrong, reason) => {
    await bench.write(renamed({ moved: wrong }));
    expect(messages(await bench.build())[0]).toContain(reason);
  });

  it("are read from a list in the format of anchors.json", async () => {
    await bench.write({ ...renamed({}), "model/anchors.json": "[1]" });
    expect(messages(await bench.build())[0]).toContain(
      "anchors.json is not a list of addresses. Expected a copy of the site's anchors.json",
    );
  });
});
