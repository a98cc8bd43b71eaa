/**
 * A server's challenge (`WWW-Authenticate: Digest …`), reduced to what the client needs for its
 * response.
 */
export interface DigestChallenge {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string | undefined;
  readonly algorithm: DigestAlgorithm;
  /** The quality of protection. `undefined` for servers older than RFC 2617. */
  readonly qop: "auth" | "auth-int" | undefined;
  /** True if the server expects a hash of the username. */
  readonly userhash: boolean;
}

/** `-sess` algorithms bind the secret to the nonces of a session. */
export interface DigestAlgorithm {
  /** The name as the server wrote it. `undefined` if the server relies on the default, MD5. */
  readonly name: string | undefined;
  readonly hash: "MD5" | "SHA-256";
  readonly session: boolean;
}

/**
 * Reads the challenges of a `WWW-Authenticate` header and returns the strongest supported digest
 * challenge (RFC 7616, 3.3 and 3.7), or `undefined` if none is supported.
 */
export function readChallenge(header: string): DigestChallenge | undefined {
  const challenges = splitChallenges(header).flatMap((text) => toChallenge(text) ?? []);
  return challenges.find(({ algorithm }) => algorithm.hash === "SHA-256") ?? challenges[0];
}

/**
 * Splits a list of challenges. Commas separate both challenges and their parameters, but a space
 * follows only the name of a scheme.
 */
const splitChallenges = (header: string): readonly string[] =>
  header.split(/,?\s*(?=\bDigest\s+[\w-]+\s*=)/i).filter((text) => /^Digest\s/i.test(text));

function toChallenge(text: string): DigestChallenge | undefined {
  const values = readParameters(text.slice("Digest".length));
  const realm = values.get("realm");
  const nonce = values.get("nonce");
  const algorithm = toAlgorithm(values.get("algorithm"));
  if (realm === undefined || nonce === undefined || algorithm === undefined) return undefined;
  const offered = values.get("qop")?.split(/\s*,\s*/);
  const qop = (["auth", "auth-int"] as const).find((name) => offered?.includes(name));
  if (offered !== undefined && qop === undefined) return undefined;
  return {
    realm,
    nonce,
    opaque: values.get("opaque"),
    algorithm,
    qop,
    userhash: values.get("userhash")?.toLowerCase() === "true",
  };
}

function toAlgorithm(name: string | undefined): DigestAlgorithm | undefined {
  const match = /^(MD5|SHA-256)(-sess)?$/i.exec(name ?? "MD5");
  if (match === null) return undefined;
  const hash = match[1]?.toUpperCase() === "MD5" ? "MD5" : "SHA-256";
  return { name, hash, session: match[2] !== undefined };
}

/** Reads `name=token` and `name="text"`. In quoted text, a backslash escapes the next character. */
const readParameters = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g)].map(
      ([, name = "", quoted, token = ""]) => [
        name.toLowerCase(),
        quoted?.replaceAll(/\\(.)/g, "$1") ?? token,
      ],
    ),
  );
