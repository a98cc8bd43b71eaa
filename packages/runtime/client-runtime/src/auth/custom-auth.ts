import type { AuthSchemeFactory } from "./auth-scheme.js";

/** A custom scheme of the model. The client's user supplies its implementation. */
export const customAuth = (schemeId: string): AuthSchemeFactory => ({
  schemeId,
  create: () => ({
    schemeId,
    missingIdentity: "it is a custom scheme; pass it to the client in `httpAuthSchemes`",
    identityProvider: () => undefined,
    signer: { sign: async (request) => request },
    signingProperties: () => ({}),
  }),
});
