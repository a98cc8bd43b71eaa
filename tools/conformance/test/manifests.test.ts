import { describe, expect, it } from "vitest";
import { rootFields, staleFiles, updateCommand, webAddress } from "../src/manifests/manifests.js";
import { publishedPackages, readManifest, workspaceRoot } from "../src/workspace.js";

describe("the manifests of published packages", () => {
  it("have the author, license and repository of the root, and a copy of its LICENSE next to them", async () => {
    expect(await staleFiles(), `Run \`${updateCommand}\`.`).toEqual([]);
  });

  it("have addresses that derive from the repository of the root", () => {
    const address = webAddress(rootFields());
    expect(address).toMatch(/^https:\/\/[^/]+\/[^/]+\/[^/]+$/);
    expect(readManifest(workspaceRoot)).toMatchObject({
      homepage: `${address}#readme`,
      bugs: `${address}/issues`,
    });
  });

  it.each(publishedPackages().map(({ manifest }) => [manifest.name, manifest] as const))(
    "have keywords and a description: %s",
    (_, manifest) => {
      expect(manifest).toMatchObject({ description: expect.stringMatching(/\.$/) });
      expect(manifest.keywords?.length).toBeGreaterThan(2);
      expect(manifest.keywords).toEqual([...new Set(manifest.keywords)].sort());
    },
  );
});
