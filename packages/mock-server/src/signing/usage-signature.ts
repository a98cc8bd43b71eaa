import type { UsageClaims } from "../rules/register-usage.js";
import type { Settings } from "../rules/settings.js";

/** The payload of a signature, its names written as the setting wants them. */
export const claimsPayload = (
  { productCode, publicKeyVersion, nonce, issuedAt }: UsageClaims,
  style: Settings["signatureClaims"],
): object =>
  style === "pascal"
    ? {
        ProductCode: productCode,
        PublicKeyVersion: publicKeyVersion,
        ...(nonce === undefined ? {} : { Nonce: nonce }),
        iat: issuedAt,
      }
    : { productCode, publicKeyVersion, ...(nonce === undefined ? {} : { nonce }), iat: issuedAt };
