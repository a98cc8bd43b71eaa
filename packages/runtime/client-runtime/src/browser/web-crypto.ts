/**
 * Returns Web Crypto.
 * @throws Error if it is missing: browsers offer it in secure contexts only (HTTPS, localhost)
 */
export function webCrypto(): typeof globalThis.crypto.subtle {
  const { subtle } = globalThis.crypto ?? {};
  if (subtle === undefined) {
    throw new Error(
      "Web Crypto is not available. Use HTTPS, or pass `sha256`, for example Sha256Js of @smithy/core/checksum.",
    );
  }
  return subtle;
}
