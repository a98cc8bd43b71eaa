import type { UsageClaims } from "../rules/register-usage.js";
import type { Settings } from "../rules/settings.js";

/** Returns the payload of a signature, with names in the spelling that the setting demands. */
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
