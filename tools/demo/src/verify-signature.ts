import { constants, verify } from "node:crypto";

/**
 * Returns the claims of a JSON Web Token signed with PS256 (RFC 7518, section 3.5), or undefined if
 * the key did not sign it.
 */
export function verifySignature(
  token: string,
  publicKeyPem: string,
): Readonly<Record<string, unknown>> | undefined {
  const [header = "", payload = "", signature = ""] = token.split(".");
  const valid = verify(
    "sha256",
    Buffer.from(`${header}.${payload}`),
    {
      key: publicKeyPem,
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
    },
    Buffer.from(signature, "base64url"),
  );
  if (!valid) return undefined;
  const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
  return typeof claims === "object" && claims !== null ? { ...claims } : undefined;
}
