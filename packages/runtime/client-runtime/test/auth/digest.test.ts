import { Sha256 } from "@smithy/core/checksum";
import { describe, expect, it } from "vitest";
import { respondToChallenge } from "../../src/auth/digest-response.js";
import { readChallenge } from "../../src/auth/digest-challenge.js";
import type { DigestChallenge } from "../../src/auth/digest-challenge.js";

// The example of RFC 7616, section 3.9.1.
const header = (algorithm: string) =>
  `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, ` +
  'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"';

const call = {
  login: { username: "Mufasa", password: "Circle of Life" },
  method: "GET",
  uri: "/dir/index.html",
  body: "",
  count: 1,
  cnonce: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
  sha256: Sha256,
};

function requireChallenge(challenge: DigestChallenge | undefined): DigestChallenge {
  if (challenge === undefined) throw new Error("The challenge is missing.");
  return challenge;
}

async function computeResponse(text: string, changes: object = {}): Promise<string | undefined> {
  const answer = await respondToChallenge(requireChallenge(readChallenge(text)), {
    ...call,
    ...changes,
  });
  return /response="(\w+)"/.exec(answer)?.[1];
}

describe("respondToChallenge", () => {
  it.each([
    ["MD5", "8ca523f5e9506fed4657c9700eebdbec"],
    ["SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"],
  ])("matches the example of RFC 7616 with %s", async (algorithm, response) => {
    expect(await computeResponse(header(algorithm))).toBe(response);
  });

  it("repeats the server's parameters and counts the uses of the nonce", async () => {
    const challenge = requireChallenge(readChallenge(header("SHA-256")));
    const answer = await respondToChallenge(challenge, { ...call, count: 17 });
    expect(answer).toContain('username="Mufasa", realm="http-auth@example.org"');
    expect(answer).toContain("algorithm=SHA-256");
    expect(answer).toContain("qop=auth, nc=00000011");
  });

  it("includes the body in the digest for auth-int", async () => {
    const text = 'Digest realm="r", nonce="n", qop="auth-int"';
    expect(await computeResponse(text, { body: "a" })).not.toBe(
      await computeResponse(text, { body: "b" }),
    );
  });

  it("hashes the username if the server asks for it, and encodes a username with non-ASCII characters", async () => {
    const hidden = requireChallenge(readChallenge('Digest realm="r", nonce="n", userhash=true'));
    expect(await respondToChallenge(hidden, call)).not.toContain("Mufasa");
    const plain = requireChallenge(readChallenge('Digest realm="r", nonce="n"'));
    const login = { username: "Jäsøn", password: "p" };
    expect(await respondToChallenge(plain, { ...call, login })).toContain(
      "username*=UTF-8''J%C3%A4s%C3%B8n",
    );
  });
});

describe("readChallenge", () => {
  it("returns the strongest of the offered challenges", () => {
    const both = `${header("MD5")}, ${header("SHA-256")}`;
    expect(readChallenge(both)?.algorithm.hash).toBe("SHA-256");
    expect(readChallenge(`Basic realm="x", ${header("MD5-sess")}`)?.algorithm).toEqual({
      name: "MD5-sess",
      hash: "MD5",
      session: true,
    });
  });

  it("ignores challenges that the client does not support", () => {
    expect(readChallenge('Basic realm="x"')).toBeUndefined();
    expect(readChallenge('Digest realm="x", nonce="n", algorithm=SHA-512-256')).toBeUndefined();
    expect(readChallenge('Digest realm="x", nonce="n", qop="auth-conf"')).toBeUndefined();
    expect(readChallenge('Digest realm="x"')).toBeUndefined();
  });

  it("accepts commas and escaped quotes in quoted strings", () => {
    expect(readChallenge('Digest realm="a, \\"b\\"", nonce="n"')?.realm).toBe('a, "b"');
  });
});
