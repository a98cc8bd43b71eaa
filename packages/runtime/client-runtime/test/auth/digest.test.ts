import { Sha256 } from "@smithy/core/checksum";
import { describe, expect, it } from "vitest";
import { answerChallenge } from "../../src/auth/digest-answer.js";
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

function required(challenge: DigestChallenge | undefined): DigestChallenge {
  if (challenge === undefined) throw new Error("There is no challenge.");
  return challenge;
}

async function responseTo(text: string, changes: object = {}): Promise<string | undefined> {
  const answer = await answerChallenge(required(readChallenge(text)), { ...call, ...changes });
  return /response="(\w+)"/.exec(answer)?.[1];
}

describe("the answer to a digest challenge", () => {
  it.each([
    ["MD5", "8ca523f5e9506fed4657c9700eebdbec"],
    ["SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"],
  ])("is that of the specification's example with %s", async (algorithm, response) => {
    expect(await responseTo(header(algorithm))).toBe(response);
  });

  it("repeats what the server said and counts the uses of the nonce", async () => {
    const challenge = required(readChallenge(header("SHA-256")));
    const answer = await answerChallenge(challenge, { ...call, count: 17 });
    expect(answer).toContain('username="Mufasa", realm="http-auth@example.org"');
    expect(answer).toContain("algorithm=SHA-256");
    expect(answer).toContain("qop=auth, nc=00000011");
  });

  it("differs with the body where the body is protected", async () => {
    const text = 'Digest realm="r", nonce="n", qop="auth-int"';
    expect(await responseTo(text, { body: "a" })).not.toBe(await responseTo(text, { body: "b" }));
  });

  it("hides the name, and writes one that a header cannot carry in its long form", async () => {
    const hidden = required(readChallenge('Digest realm="r", nonce="n", userhash=true'));
    expect(await answerChallenge(hidden, call)).not.toContain("Mufasa");
    const plain = required(readChallenge('Digest realm="r", nonce="n"'));
    const login = { username: "Jäsøn", password: "p" };
    expect(await answerChallenge(plain, { ...call, login })).toContain(
      "username*=UTF-8''J%C3%A4s%C3%B8n",
    );
  });
});

describe("a challenge", () => {
  it("is the strongest of those that a server offers", () => {
    const both = `${header("MD5")}, ${header("SHA-256")}`;
    expect(readChallenge(both)?.algorithm.hash).toBe("SHA-256");
    expect(readChallenge(`Basic realm="x", ${header("MD5-sess")}`)?.algorithm).toEqual({
      name: "MD5-sess",
      hash: "MD5",
      session: true,
    });
  });

  it("is left alone where it cannot be answered", () => {
    expect(readChallenge('Basic realm="x"')).toBeUndefined();
    expect(readChallenge('Digest realm="x", nonce="n", algorithm=SHA-512-256')).toBeUndefined();
    expect(readChallenge('Digest realm="x", nonce="n", qop="auth-conf"')).toBeUndefined();
    expect(readChallenge('Digest realm="x"')).toBeUndefined();
  });

  it("may have commas and quotes in its texts", () => {
    expect(readChallenge('Digest realm="a, \\"b\\"", nonce="n"')?.realm).toBe('a, "b"');
  });
});
