import { Sha256Js } from "@smithy/core/checksum";
import { fromUtf8, toHex } from "@smithy/core/serde";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Sha256 as WebSha256 } from "../../src/browser/sha256.js";
import { Sha256 as NodeSha256 } from "../../src/node/sha256.js";

afterEach(() => vi.unstubAllGlobals());

const secrets = {
  nothing: undefined,
  text: "secret",
  bytes: fromUtf8("a secret of bytes").subarray(2),
  "a buffer": fromUtf8("a secret of a buffer").slice().buffer,
};

describe.each(Object.entries({ Node: NodeSha256, "Web Crypto": WebSha256 }))(
  "Sha256 of %s",
  (_, Sha256) => {
    it.each(Object.entries(secrets))(
      "returns the digest of the JavaScript implementation for the secret: %s",
      async (_name, secret) => {
        const [ours, theirs] = [new Sha256(secret), new Sha256Js(secret)];
        for (const hash of [ours, theirs]) {
          hash.update(fromUtf8("one"));
          hash.update(fromUtf8("two"));
        }
        expect(toHex(await ours.digest())).toBe(toHex(await theirs.digest()));
      },
    );

    it("continues after a digest and starts again after a reset", async () => {
      const [once, twice] = [new Sha256(), new Sha256()];
      twice.update(fromUtf8("one"));
      await twice.digest();
      twice.update(fromUtf8("two"));
      once.update(fromUtf8("onetwo"));
      expect(await twice.digest()).toEqual(await once.digest());
      twice.reset();
      expect(await twice.digest()).toEqual(await new Sha256().digest());
    });

    it("ignores changes of the data after update()", async () => {
      const [ours, theirs] = [new Sha256(), new Sha256()];
      const data = fromUtf8("one");
      ours.update(data);
      theirs.update(fromUtf8("one"));
      data.fill(0);
      expect(await ours.digest()).toEqual(await theirs.digest());
    });
  },
);

describe("Sha256 in a browser", () => {
  it("suggests an alternative if Web Crypto is missing", async () => {
    vi.stubGlobal("crypto", {});
    await expect(new WebSha256().digest()).rejects.toThrow("pass `sha256`");
  });
});
