import { sha256Of } from "./canonical-request.js";
import type { CanonicalParts, Signer } from "./canonical-request.js";
import type { SignedRequest } from "./signed-request.js";

/** A canonical request that the client may have signed, and a description of its difference. */
interface Variant {
  readonly says: string;
  readonly parts: CanonicalParts;
}

/**
 * Finds the part of the canonical request that differs. Tries the common mistakes of clients until
 * the signature matches.
 *
 * @returns a sentence for humans
 */
export async function explainMismatch(
  signer: Signer,
  signed: SignedRequest,
  parts: CanonicalParts,
): Promise<string> {
  const absent = signed.signedHeaders.filter((name) => !(name in parts.headers));
  if (absent.length > 0) {
    return `The signed ${absent.length > 1 ? "headers" : "header"} ${absent.join(", ")} ${absent.length > 1 ? "are" : "is"} missing.`;
  }
  for (const { says, parts: variant } of variantsOf(parts)) {
    const canonical = signer.canonicalRequest(variant);
    const signature = await signer.signText(signer.stringToSign(canonical));
    if (signature === signed.signature) return says;
  }
  const headers = signed.signedHeaders.join(", ");
  return (
    "Path, query, host and body alone do not explain the difference: the secret access key " +
    `differs, or the request was altered in transit, for example one of the signed headers (${headers}).`
  );
}

function* variantsOf(parts: CanonicalParts): Generator<Variant> {
  const { headers, method, path, payloadHash, query } = parts;
  for (const [what, hash] of [
    ["an empty body", sha256Of("")],
    ["the body {}", sha256Of("{}")],
    ["an unsigned payload", "UNSIGNED-PAYLOAD"],
  ] as const) {
    if (hash === payloadHash) continue;
    yield {
      says: `The body differs: the signature is for ${what} (payload hash ${hash}), the received body has ${payloadHash}.`,
      parts: { ...parts, payloadHash: hash },
    };
  }
  for (const signedPath of pathsLike(path)) {
    yield {
      says: `The path differs: the signature is for ${signedPath}, the received request has ${path}.`,
      parts: { ...parts, path: signedPath },
    };
  }
  const names = Object.keys(query).filter((name) => !name.startsWith("X-Amz-"));
  for (const left of [names, ...names.map((name) => [name])]) {
    if (left.length === 0) continue;
    const kept = Object.entries(query).filter(([name]) => !left.includes(name));
    yield {
      says: `The query differs: the signature is for one without ${left.join(", ")}.`,
      parts: { ...parts, query: Object.fromEntries(kept) },
    };
  }
  for (const host of hostsLike(headers["host"])) {
    yield {
      says: `The host differs: the signature is for ${host}, the received request has ${headers["host"]}.`,
      parts: { ...parts, headers: { ...headers, host } },
    };
  }
  for (const other of ["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH"]) {
    if (other === method) continue;
    yield {
      says: `The method differs: the signature is for ${other}, the received request has ${method}.`,
      parts: { ...parts, method: other },
    };
  }
}

function pathsLike(path: string): readonly string[] {
  const like = [
    path.endsWith("/") ? path.slice(0, -1) : `${path}/`,
    "/",
    encodeURI(path),
    decoded(path),
    path.replaceAll(/\/{2,}/g, "/"),
  ];
  return [...new Set(like)].filter((other) => other !== path && other !== "");
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function hostsLike(host: string | undefined): readonly string[] {
  if (host === undefined) return [];
  const [name = "", port] = host.split(/:(?=\d+$)/);
  const withPort = (other: string) => (port === undefined ? other : `${other}:${port}`);
  const like = [name, `${name}:80`, `${name}:443`, withPort("localhost"), withPort("127.0.0.1")];
  return [...new Set([...like, "localhost", "127.0.0.1"])].filter((other) => other !== host);
}
