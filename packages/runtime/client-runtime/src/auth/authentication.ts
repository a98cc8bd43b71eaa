import type { MetadataBearer, MiddlewareStack } from "@smithy/types";
import type { ClientFeature } from "../client/client-feature.js";
import { authSchemePlugin } from "../middleware/auth-scheme.js";
import { signingPlugin } from "../middleware/signing.js";
import { resolveAuth } from "./resolve-auth.js";
import type { Authentication } from "./resolve-auth.js";

/** Signs calls with the first scheme of the operation for which the client has an identity. */
export const authentication =
  (schemes: Authentication): ClientFeature =>
  ({ input, config, platform }) => {
    config.authSchemePreference = async () => [];
    resolveAuth(schemes, input, config, platform);
    return {
      applyToStack: (stack: MiddlewareStack<object, MetadataBearer>) => {
        stack.use(authSchemePlugin(config));
        stack.use(signingPlugin);
      },
    };
  };
