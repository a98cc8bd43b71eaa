import type { FinalizeRequestMiddleware, MetadataBearer } from "@smithy/types";
import type { ClientFeature } from "../client/client-feature.js";
import { signingPosition } from "../middleware/signing.js";
import { requireHttpRequest } from "../http/http-request.js";
import type { AuthSchemeFactory } from "./auth-scheme.js";

/** Signs every attempt with the only authentication scheme of the service. */
export const authenticated =
  (factory: AuthSchemeFactory): ClientFeature =>
  ({ input, config, platform }) => {
    const scheme = factory.create(input, config, platform);
    const sign: FinalizeRequestMiddleware<object, MetadataBearer> =
      (next, { commandName }) =>
      async (args) => {
        const identity = scheme.identityProvider({ getIdentityProvider: () => undefined });
        if (identity === undefined) {
          throw new TypeError(`${commandName} cannot be sent: ${scheme.missingIdentity}.`);
        }
        const request = requireHttpRequest(args.request);
        return next({
          ...args,
          request: await scheme.signer.sign(request, await identity({}), {}),
        });
      };
    return { applyToStack: (stack) => stack.addRelativeTo(sign, signingPosition) };
  };
