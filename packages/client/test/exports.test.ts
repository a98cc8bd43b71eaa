import * as aws from "@aws-sdk/client-marketplace-metering";
import { describe, expect, it } from "vitest";
import * as ours from "../src/index.js";
import { exportedNames } from "./compile.js";

describe("the names that the package exports", () => {
  it("are, as values, all that the AWS client has", () => {
    // What Node adds to a CommonJS module that is imported.
    const added = ["default", "module.exports", "__esModule"];
    const missing = Object.keys(aws).filter((name) => !(name in ours) && !added.includes(name));
    expect(missing).toEqual([]);
  });

  it("are the names of the built classes too, which instanceof goes by between copies", async () => {
    const built: Record<string, unknown> = await import(
      new URL("../dist/index.js", import.meta.url).href
    );
    const renamed = Object.entries(built).filter(
      ([name, value]) =>
        /^[A-Z]\w*Exception$/.test(name) && Reflect.get(Object(value), "name") !== name,
    );
    expect(Object.keys(built)).toContain("ThrottlingException");
    expect(renamed.map(([name]) => name)).toEqual([]);
  });

  it("are, as types, all that the AWS client has", () => {
    const theirs = exportedNames("@aws-sdk/client-marketplace-metering");
    const mine = exportedNames("../src/index.js");
    expect([...theirs.keys()].filter((name) => !mine.has(name))).toEqual([]);
    const other = [...theirs].filter(([name, kind]) => mine.has(name) && mine.get(name) !== kind);
    expect(other).toEqual([]);
  }, 60_000);
});
