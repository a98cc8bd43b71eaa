import type { AuthSchemeFactory } from "./auth-scheme.js";

/** A scheme of the model's own, which only those who made it know how to follow. */
export const customAuth = (schemeId: string): AuthSchemeFactory => ({
  schemeId,
  create: () => ({
    schemeId,
    missingIdentity: "it is the service's own; pass it to the client in `httpAuthSchemes`",
    identityProvider: () => undefined,
    signer: { sign: async (request) => request },
    signingProperties: () => ({}),
  }),
});
