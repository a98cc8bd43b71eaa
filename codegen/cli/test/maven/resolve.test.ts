import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { createStore } from "../../src/maven/artifact-store.js";
import { parseCoordinates, shown } from "../../src/maven/coordinates.js";
import { repositoriesOf } from "../../src/maven/repository-settings.js";
import { resolveArtifacts } from "../../src/maven/resolve-artifacts.js";
import { compareVersions, highestIn, rangeContains } from "../../src/maven/versions.js";
import { dependencies, dependency, repositoryFiles, respond } from "./repository.js";
import type { PublishedArtifact } from "./repository.js";

async function resolved(
  artifacts: Readonly<Record<string, PublishedArtifact>>,
  ...direct: readonly string[]
): Promise<readonly string[]> {
  const cache = await mkdtemp(join(tmpdir(), "tinsmith-maven-"));
  try {
    const { send } = respond(repositoryFiles(artifacts));
    const repositories = repositoriesOf([{ url: "https://repo.example" }], undefined);
    const store = createStore({ cache, repositories, send });
    return (await resolveArtifacts(direct.map(parseCoordinates), store)).map(shown);
  } finally {
    await rm(cache, { recursive: true, force: true });
  }
}

const needs = (...all: readonly string[]): PublishedArtifact => ({
  pom: dependencies(...all.map((each) => dependency(each))),
});

describe("resolving Maven dependencies", () => {
  it("includes only dependencies of the scopes compile and runtime", async () => {
    const pom = dependencies(
      dependency("g:compile:1"),
      dependency("g:runtime:1", "<scope>runtime</scope>"),
      dependency("g:test:1", "<scope>test</scope>"),
      dependency("g:provided:1", "<scope>provided</scope>"),
      dependency("g:optional:1", "<optional>true</optional>"),
    );
    const artifacts = { "g:a:1": { pom }, "g:compile:1": {}, "g:runtime:1": needs("g:deep:2") };
    expect(await resolved({ ...artifacts, "g:deep:2": {} }, "g:a:1")).toEqual([
      "g:a:1",
      "g:compile:1",
      "g:runtime:1",
      "g:deep:2",
    ]);
  });

  it("selects the nearest version of an artifact, or the first of equally near versions", async () => {
    const artifacts = {
      "g:a:1": needs("g:b:1"),
      "g:b:1": needs("g:c:1", "g:d:1"),
      "g:c:1": needs("g:only-old:1"),
      "g:c:2": {},
      "g:d:1": {},
      "g:e:1": needs("g:d:2", "g:c:2"),
      "g:d:2": {},
      "g:only-old:1": {},
    };
    expect(await resolved(artifacts, "g:a:1", "g:e:1")).toEqual([
      "g:a:1",
      "g:e:1",
      "g:b:1",
      "g:d:2",
      "g:c:2",
    ]);
  });

  it("reads missing versions and properties from parents and imported POMs", async () => {
    const managed = (...all: readonly string[]) =>
      `<dependencyManagement>${dependencies(...all)}</dependencyManagement>`;
    const bom = dependency("g:bom:${bom.version}", "<type>pom</type><scope>import</scope>");
    const artifacts = {
      "g:a:1": {
        pom: `<parent><groupId>g</groupId><artifactId>parent</artifactId><version>7</version></parent><properties><b.version>2</b.version></properties>${dependencies(
          dependency("g:b:${b.version}"),
          dependency("g:c:"),
          dependency("${project.groupId}:d:"),
        )}`,
      },
      "g:parent:7": {
        pom: `<packaging>pom</packaging><properties><b.version>1</b.version><bom.version>3</bom.version></properties>${managed(dependency("g:c:5"), bom)}`,
      },
      "g:bom:3": {
        pom: `<packaging>pom</packaging>${managed(dependency("g:c:4"), dependency("g:d:6"))}`,
      },
      "g:b:2": {},
      "g:c:5": {},
      "g:d:6": {},
    };
    expect(await resolved(artifacts, "g:a:1")).toEqual(["g:a:1", "g:b:2", "g:c:5", "g:d:6"]);
  });

  it("applies exclusions and managed versions to transitive dependencies", async () => {
    const exclusions = (name: string) =>
      `<exclusions><exclusion><groupId>g</groupId><artifactId>${name}</artifactId></exclusion></exclusions>`;
    const artifacts = {
      "g:a:1": {
        pom: `<dependencyManagement>${dependencies(dependency("g:d:9"))}</dependencyManagement>${dependencies(dependency("g:b:1", exclusions("c")))}`,
      },
      "g:b:1": needs("g:x:1", "g:d:1"),
      "g:x:1": needs("g:c:1"),
      "g:d:9": {},
      "g:c:1": {},
    };
    expect(await resolved(artifacts, "g:a:1")).toEqual(["g:a:1", "g:b:1", "g:x:1", "g:d:9"]);
  });

  it("follows relocations and skips artifacts that only list other artifacts", async () => {
    const relocation =
      "<distributionManagement><relocation><artifactId>new</artifactId></relocation></distributionManagement>";
    const artifacts = {
      "g:old:1": { pom: relocation },
      "g:new:1": {},
      "g:list:1": { pom: `<packaging>pom</packaging>${dependencies(dependency("g:b:1"))}` },
      "g:b:1": {},
    };
    expect(await resolved(artifacts, "g:old:1", "g:list:1")).toEqual(["g:new:1", "g:b:1"]);
  });

  it("resolves a range to the highest version that a repository has", async () => {
    const artifacts = { "g:a:1.0": {}, "g:a:1.9": {}, "g:a:1.10": {}, "g:a:2.0": {} };
    expect(await resolved(artifacts, "g:a:[1.0,2.0)")).toEqual(["g:a:1.10"]);
    await expect(resolved(artifacts, "g:a:[3,)")).rejects.toThrow("g:a:[3,) was not found");
  });

  it("rejects POMs that are parents of each other, and accepts circular dependencies", async () => {
    const parent = (name: string) => ({
      pom: `<parent><groupId>g</groupId><artifactId>${name}</artifactId><version>1</version></parent>`,
    });
    await expect(resolved({ "g:a:1": parent("b"), "g:b:1": parent("a") }, "g:a:1")).rejects.toThrow(
      "The POM of g:a:1 has parents in a circle",
    );
    const artifacts = { "g:a:1": needs("g:b:1"), "g:b:1": needs("g:a:1") };
    expect(await resolved(artifacts, "g:a:1")).toEqual(["g:a:1", "g:b:1"]);
  });

  it("refuses coordinates that would leave the repository", () => {
    for (const bad of ["g:..:1", "g:a:../1", "g/..:a:1", "g:a", "g:a:LATEST", "g:a:1.+"]) {
      expect(() => parseCoordinates(bad)).toThrow(/Expected /);
    }
  });
});

describe("versions of Maven", () => {
  it("are ordered by their numbers, then by their qualifiers", () => {
    const ordered = "1-alpha-1 1-beta 1-m2 1-rc1 1-SNAPSHOT 1 1-sp 1.0.1 1.2 1.10 2".split(" ");
    for (const [index, version] of ordered.entries()) {
      for (const later of ordered.slice(index + 1)) {
        expect(compareVersions(version, later)).toBeLessThan(0);
        expect(compareVersions(later, version)).toBeGreaterThan(0);
      }
    }
    expect(compareVersions("1.0.0", "1")).toBe(0);
    expect(compareVersions("1-ga", "1.final")).toBe(0);
  });

  it("match ranges with open and closed ends", () => {
    expect(rangeContains("(,1.1]", "1.1")).toBe(true);
    expect(rangeContains("(,1.1)", "1.1")).toBe(false);
    expect(rangeContains("[1.1]", "1.1.0")).toBe(true);
    expect(rangeContains("(,1],[3,)", "2")).toBe(false);
    expect(rangeContains("(,1],[3,)", "3")).toBe(true);
    expect(highestIn("[1,)", ["1", "3-SNAPSHOT", "2"])).toBe("2");
    expect(() => rangeContains("[1,2", "1")).toThrow("is malformed");
  });
});
