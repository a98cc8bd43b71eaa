import { describe, expect, it } from "vitest";

import { jarLimits, readJar } from "../../src/maven/read-jar.js";
import { jar, zip } from "./zip.js";

const read = (bytes: Uint8Array, limits: Partial<typeof jarLimits> = {}) =>
  readJar(bytes, "g:a:1", { ...jarLimits, ...limits });

describe("reading a JAR", () => {
  it("returns the models that the manifest lists, and no models without a manifest", async () => {
    const models = { "a.smithy": '$version: "2"', "deep/b.json": "{}" };
    expect(
      await read(jar(models, { name: "META-INF/smithy/unlisted.smithy", content: "" })),
    ).toEqual({
      models: Object.entries(models).map(([path, text]) => ({ path, text })),
      hasCode: false,
    });
    expect(await read(zip([{ name: "A.class", content: "" }]))).toEqual({
      models: [],
      hasCode: false,
    });
  });

  it("reports that a JAR contains validators and plugins, but does not report classes of traits", async () => {
    const service = (name: string) => ({
      name: `META-INF/services/software.amazon.smithy.${name}`,
      content: "x.Y",
    });
    expect((await read(zip([service("model.traits.TraitService")]))).hasCode).toBe(false);
    expect((await read(zip([service("model.validation.Validator")]))).hasCode).toBe(true);
  });

  it("refuses file names that lead out of the folder", async () => {
    const manifest = (content: string) => zip([{ name: "META-INF/smithy/manifest", content }]);
    for (const path of ["../../x", "/etc/x", "a\\b", "a/./b"]) {
      await expect(read(manifest(path))).rejects.toThrow("leaves the folder");
    }
    await expect(read(zip([{ name: "../x", content: "" }]))).rejects.toThrow(
      "The archive g:a:1 is refused: invalid relative path",
    );
    await expect(read(manifest("gone.smithy"))).rejects.toThrow("which it does not contain");
  });

  it("refuses two files with the same name", async () => {
    const twice = { name: "META-INF/smithy/a.smithy", content: "" };
    await expect(read(jar({ "a.smithy": "" }, twice))).rejects.toThrow("has two files");
  });

  it("refuses an archive that exceeds the limits before unpacking it", async () => {
    const bomb = jar({ "a.smithy": " ".repeat(100_000), "b.smithy": " ".repeat(100_000) });
    expect(bomb.length).toBeLessThan(2_000);
    await expect(read(bomb, { fileBytes: 99_999 })).rejects.toThrow("exceeds the limit");
    await expect(read(bomb, { modelBytes: 150_000 })).rejects.toThrow("b.smithy has 100000 bytes");
    await expect(read(bomb, { entries: 2 })).rejects.toThrow("it has 3 entries; the limit is 2");
  });

  it("refuses a file that is longer than the archive states", async () => {
    const path = { name: "META-INF/smithy/a.smithy", content: " ".repeat(100_000), statedSize: 9 };
    const manifest = { name: "META-INF/smithy/manifest", content: "a.smithy" };
    await expect(read(zip([manifest, path]))).rejects.toThrow("is refused: too many bytes");
  });

  it("refuses damaged archives and text that is not UTF-8", async () => {
    await expect(read(Buffer.from("no archive"))).rejects.toThrow("The archive g:a:1 is refused");
    const files = [
      { name: "META-INF/smithy/manifest", content: "a.smithy" },
      { name: "META-INF/smithy/a.smithy", content: Buffer.from([0xff, 0xfe]) },
    ];
    await expect(read(zip(files))).rejects.toThrow("a.smithy is not UTF-8 text");
  });
});
