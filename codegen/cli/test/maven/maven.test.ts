import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadProject } from "@tinsmith/codegen/project";
import { generate } from "selfsigned";
import { describe, expect, it } from "vitest";

import { configHash } from "../../src/maven/lock-file.js";
import { lockDependencies, mavenDependencies } from "../../src/maven/maven-dependencies.js";
import { workspace } from "../workspace.js";
import { dependencies, dependency, repositoryFiles, respond } from "./repository.js";
import { jar } from "./zip.js";

const bin = fileURLToPath(new URL("../../dist/bin.js", import.meta.url));

const published = repositoryFiles({
  "g:traits:1.0": {
    jar: jar({
      "traits.smithy": '$version: "2"\nnamespace shared\n@trait\nstring owner\nstring Name',
      "aws.smithy": '$version: "2"\nnamespace aws.api\n@trait\nstructure service {}',
    }),
    pom: dependencies(dependency("g:deep:[1,2)")),
  },
  "g:deep:1.5": {
    jar: jar(
      { "deep.smithy": '$version: "2"\nnamespace deep\nstring Deep' },
      { name: "META-INF/services/software.amazon.smithy.model.validation.Validator", content: "" },
    ),
  },
});

const model = `$version: "2"
namespace own
use aws.api#service
use deep#Deep
use shared#Name
use shared#owner
@service(sdkId: "Own")
@owner("me")
service Own { version: "1" operations: [Get] }
operation Get { input := { name: Name, deep: Deep } }
`;

const configured = (maven: object, plugins: object = {}) => ({
  "smithy-build.json": JSON.stringify({
    version: "1.0",
    sources: ["main.smithy"],
    maven: { dependencies: ["g:traits:1.0"], ...maven },
    plugins,
  }),
  "main.smithy": model,
});

const repositories = [{ url: "https://repo.example/", httpCredentials: "user:secret" }];

/** Loads a project with its dependencies from memory. */
async function load(
  root: string,
  send: ReturnType<typeof respond>["send"],
  env: Record<string, string> = {},
) {
  return loadProject({
    configPath: root,
    cwd: root,
    env: { SMITHY_MAVEN_CACHE: join(root, "m2"), ...env },
    readDependencies: (request) => mavenDependencies(request, { send }),
  });
}

const errorsOf = ({ diagnostics }: Awaited<ReturnType<typeof loadProject>>) =>
  diagnostics.filter(({ severity }) => severity === "ERROR").map(({ message }) => message);

describe("Maven dependencies of a configuration", () => {
  it("are read transitively, in addition to the shipped traits, and are cached", async () => {
    await using project = await workspace(configured({ repositories }));
    const { send, requests } = respond(published);
    const first = await load(project.root, send);
    expect(errorsOf(first)).toEqual([]);
    expect(first.model?.getShape("deep#Deep")?.type).toBe("string");
    const notes = first.diagnostics.filter(({ code }) => code === "Build.Maven");
    expect(notes.map(({ message }) => message)).toEqual([
      expect.stringContaining(
        "Java code in 1 of them, such as validators and plugins, is not run: g:deep:1.5",
      ),
    ]);
    expect(new Set(requests.map(({ authorization }) => authorization))).toEqual(
      new Set([`Basic ${btoa("user:secret")}`]),
    );
    const before = requests.length;
    expect(errorsOf(await load(project.root, send))).toEqual([]);
    // The available versions of a range can change, so they are read again. The content of a
    // version is cached, because it cannot change.
    expect(requests.slice(before).map(({ path }) => path)).toEqual(["/g/deep/maven-metadata.xml"]);
  });

  it("are read from the cache if no repository is set, and fail with a hint if the cache is empty", async () => {
    await using project = await workspace(configured({}));
    const { send } = respond(published);
    const bare = await load(project.root, send);
    expect(errorsOf(bare)).toEqual([
      expect.stringContaining("Set SMITHY_MAVEN_REPOS to the address"),
    ]);
    const env = { SMITHY_MAVEN_REPOS: "https://other.example/|https://repo.example" };
    expect(errorsOf(await load(project.root, send, env))).toEqual([]);
    expect(errorsOf(await load(project.root, send))).toEqual([]);
  });

  it("are refused over plain HTTP, in a message that does not reveal credentials", async () => {
    const { send, requests } = respond(published);
    const secret = "https://user:secret@repo.example/";
    for (const [repository, expected] of [
      [{ url: "http://user:secret@repo.example/" }, "maven.repositories[0] uses plain HTTP"],
      [
        { url: "user:secret" },
        'maven.repositories[0] has the scheme "user:". Expected https: or file:',
      ],
      [{ url: "https://repo.example", httpCredentials: "secret" }, "Expected user:password"],
    ] as const) {
      await using project = await workspace(configured({ repositories: [repository] }));
      const [message = ""] = errorsOf(await load(project.root, send));
      expect(message).toContain(expected);
      expect(message).not.toContain("secret");
    }
    await using project = await workspace(configured({ repositories: [{ url: secret }] }));
    const gone = await load(project.root, respond(new Map()).send);
    expect(errorsOf(gone)).toEqual([expect.stringContaining("https://repo.example/")]);
    expect(JSON.stringify(gone.diagnostics)).not.toContain("secret");
    expect(requests).toEqual([]);
  });

  it("follow redirects to HTTPS only, and do not send credentials to another origin", async () => {
    await using project = await workspace(configured({ repositories }));
    const { send, requests } = respond(published);
    const elsewhere = (to: string) => async (url: URL, headers: Record<string, string>) =>
      url.hostname === "repo.example"
        ? new Response(null, { status: 302, headers: { location: to + url.pathname } })
        : send(url, headers);
    const plain = await load(project.root, elsewhere("http://cdn.example"));
    expect(errorsOf(plain)).toEqual([expect.stringContaining("without HTTPS")]);
    expect(errorsOf(await load(project.root, elsewhere("https://cdn.example")))).toEqual([]);
    expect(requests.every(({ authorization }) => authorization === undefined)).toBe(true);
  });

  it("must match the checksums of the repository", async () => {
    await using project = await workspace(configured({ repositories }));
    const changed = new Map(published).set("g/traits/1.0/traits-1.0.jar", jar({}));
    expect(errorsOf(await load(project.root, respond(changed).send))).toEqual([
      "g/traits/1.0/traits-1.0.jar does not match its checksum g/traits/1.0/traits-1.0.jar.sha1",
    ]);
  });

  it("can be ignored or forbidden by SMITHY_DEPENDENCY_MODE", async () => {
    await using project = await workspace(configured({ repositories }));
    const { send, requests } = respond(published);
    const forbidden = await load(project.root, send, { SMITHY_DEPENDENCY_MODE: "forbid" });
    expect(errorsOf(forbidden)).toEqual([expect.stringContaining("are not allowed")]);
    const ignored = await load(project.root, send, { SMITHY_DEPENDENCY_MODE: "ignore" });
    expect(errorsOf(ignored).some((each) => each.includes("shared#owner"))).toBe(true);
    expect(requests).toEqual([]);
  });
});

describe("the lock file", () => {
  const requestOf = (root: string, dependencies = ["g:traits:1.0"]) => ({
    maven: { dependencies, repositories },
    folder: root,
    env: { SMITHY_MAVEN_CACHE: join(root, "m2") },
  });

  it("pins versions and contents, without credentials", async () => {
    await using project = await workspace({});
    const { root } = project;
    const { path, count } = await lockDependencies(requestOf(root), respond(published));
    expect(count).toBe(2);
    const text = await readFile(path, "utf8");
    expect(JSON.parse(text)).toMatchObject({
      version: "1.0",
      repositories: ["https://repo.example/"],
      artifacts: { "g:deep:1.5": { sha1: expect.stringMatching(/^[0-9a-f]{40}$/) } },
    });
    expect(text).not.toContain("secret");

    const newer = new Map([
      ...published,
      ...repositoryFiles({ "g:deep:1.6": { jar: jar({}) }, "g:deep:1.5": {} }),
    ]);
    const { sources } = await mavenDependencies(requestOf(root), respond(newer));
    expect(sources.map((each) => each.path)).toContain("g:deep:1.5/deep.smithy");
  });

  it("rejects an artifact with changed contents and a changed list of dependencies", async () => {
    await using project = await workspace({});
    const { root } = project;
    await lockDependencies(requestOf(root), respond(published));
    await project.write("m2/g/traits/1.0/traits-1.0.jar", "changed");
    await expect(mavenDependencies(requestOf(root), respond(published))).rejects.toThrow(
      /^g:traits:1.0 has the sha256 .* it is not the artifact that was locked$/,
    );
    await expect(
      mavenDependencies(requestOf(root, ["g:traits:[1,2)"]), respond(published)),
    ).rejects.toThrow('Lock again with "tinsmith lock"');
  });

  it("contains the same hash as a lock file of the reference implementation", () => {
    // Java's list hash of the FNV hash of each text, in 32-bit arithmetic.
    const java = (texts: readonly string[]) => {
      let result = 0n;
      for (const text of texts) {
        let hash = BigInt.asIntN(32, 0x811c9dc5n);
        for (const unit of text.split("").map((each) => BigInt(each.charCodeAt(0)))) {
          hash = BigInt.asIntN(32, (hash ^ unit) * 0x1000193n);
        }
        result = BigInt.asIntN(32, result * 31n + hash);
      }
      return Number(result);
    };
    const texts = ["g:a:1", "software.example:b:[1,2)"];
    const urls = ["https://repo.example/maven2"];
    expect(configHash(texts, urls)).toBe(java([...texts, ...urls]));
  });
});

/** Runs the built command line, because only a separate process sends real requests. */
async function tinsmith(cwd: string, env: Readonly<Record<string, string>>, ...argv: string[]) {
  const child = spawn(process.execPath, [bin, ...argv], { cwd, env: { ...process.env, ...env } });
  let output = "";
  child.stdout.on("data", (chunk) => (output += String(chunk)));
  child.stderr.on("data", (chunk) => (output += String(chunk)));
  const status = await new Promise((resolve) => child.on("close", resolve));
  return { status, output };
}

describe("tinsmith with a Maven repository", () => {
  it("locks and builds over HTTPS on loopback", { timeout: 60_000 }, async () => {
    const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], {
      extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] }],
    });
    const server = createServer({ key, cert }, (request, response) => {
      const file = published.get(decodeURIComponent((request.url ?? "").slice(1)));
      const isKnown = request.headers.authorization === `Basic ${btoa("user:secret")}`;
      response.writeHead(isKnown ? (file === undefined ? 404 : 200) : 401).end(isKnown ? file : "");
    });
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    // `listen` was called with a TCP port, so the address is an object.
    const { port } = server.address() as AddressInfo;
    try {
      const url = `https://user:secret@localhost:${port}/`;
      const plugins = { model: { output: "out" } };
      await using project = await workspace({
        ...configured({ repositories: [{ url }] }, plugins),
        "ca.pem": cert,
      });
      const { root } = project;
      const env = {
        SMITHY_MAVEN_CACHE: join(root, "m2"),
        NODE_EXTRA_CA_CERTS: join(root, "ca.pem"),
      };
      const locked = await tinsmith(root, env, "lock");
      expect(locked.output).toContain("locked 2 artifacts in smithy-lock.json");
      const built = await tinsmith(root, env, "build");
      expect(built).toMatchObject({ status: 0 });
      expect(built.output).not.toContain("secret");
      expect(await readFile(join(root, "out/model.json"), "utf8")).toContain('"shared#owner"');
    } finally {
      server.close();
    }
  });
});
