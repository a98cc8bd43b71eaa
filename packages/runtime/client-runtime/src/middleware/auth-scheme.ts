import { SMITHY_CONTEXT_KEY } from "@smithy/types";
import type {
  HandlerExecutionContext,
  HttpAuthOption,
  HttpAuthScheme,
  MetadataBearer,
  Pluggable,
  SelectedHttpAuthScheme,
  SerializeMiddleware,
} from "@smithy/types";
import { operationOf } from "../client/call-operation.js";
import type { ResolvedServiceClientConfig } from "../config/client-config.js";

/**
 * Selects the authentication scheme of a call: the first one for which the client has an identity.
 * Without an identity, an operation with `@optionalAuth` is sent unsigned.
 */
export const authSchemePlugin = (
  config: ResolvedServiceClientConfig,
): Pluggable<object, MetadataBearer> => ({
  applyToStack: (stack) =>
    stack.addRelativeTo(authSchemeMiddleware(config), {
      name: "httpAuthSchemeMiddleware",
      tags: ["HTTP_AUTH_SCHEME"],
      relation: "before",
      toMiddleware: "endpointV2Middleware",
      override: true,
    }),
});

const NO_AUTH = "smithy.api#noAuth";

const authSchemeMiddleware =
  (config: ResolvedServiceClientConfig): SerializeMiddleware<object, MetadataBearer> =>
  (next, context) => {
    const operation = operationOf(context).name;
    return async (args) => {
      const selected = await selectScheme(config, context, operation);
      const smithyContext = context[SMITHY_CONTEXT_KEY];
      if (selected && smithyContext) smithyContext.selectedHttpAuthScheme = selected;
      return next(args);
    };
  };

/** @throws Error if no scheme of the operation can be used, with the reason for each */
async function selectScheme(
  config: ResolvedServiceClientConfig,
  context: HandlerExecutionContext,
  operation: string,
): Promise<SelectedHttpAuthScheme | undefined> {
  // Only AWS has regions. A signer that requires one reports a missing region itself.
  const region = config.httpAuthSchemes.some(({ schemeId }) => schemeId.startsWith("aws.auth#"))
    ? await config.region().catch(() => undefined)
    : undefined;
  const options = config.httpAuthSchemeProvider({ operation, region });
  if (options.length === 0) return undefined;
  const failures: unknown[] = [];
  const ordered =
    options.length > 1 ? byPreference(options, await config.authSchemePreference()) : options;
  for (const option of ordered) {
    if (option.schemeId === NO_AUTH) return undefined;
    const scheme = config.httpAuthSchemes.find(({ schemeId }) => schemeId === option.schemeId);
    const identityProvider = scheme?.identityProvider({
      getIdentityProvider: () => undefined,
    });
    if (scheme === undefined || identityProvider === undefined) {
      failures.push(scheme ? missingIdentity(scheme) : "the client does not support it");
      continue;
    }
    const extracted = option.propertiesExtractor?.(config, context);
    try {
      return {
        httpAuthOption: {
          ...option,
          signingProperties: {
            ...option.signingProperties,
            config,
            context,
            ...extracted?.signingProperties,
          },
        },
        identity: await identityProvider({
          ...option.identityProperties,
          ...extracted?.identityProperties,
        }),
        signer: scheme.signer,
      };
    } catch (error) {
      failures.push(error);
    }
  }
  const [only] = failures;
  // A single failure of a provider is rethrown unchanged.
  if (failures.length === 1 && only instanceof Error) throw only;
  const reasons = failures.map((failure, index) => {
    const reason = failure instanceof Error ? failure.message : String(failure);
    return `${ordered[index]?.schemeId}: ${reason}`;
  });
  throw new Error(`${operation} cannot be signed.\n${reasons.join("\n")}`);
}

const missingIdentity = (scheme: HttpAuthScheme): string =>
  "missingIdentity" in scheme
    ? String(scheme.missingIdentity)
    : "the client has no identity for it";

/**
 * Preferences are names: ids without their namespace. Other schemes follow in the service's order.
 */
function byPreference(
  options: readonly HttpAuthOption[],
  preferences: readonly string[],
): readonly HttpAuthOption[] {
  if (preferences.length === 0) return options;
  const rank = ({ schemeId }: HttpAuthOption): number => {
    const index = preferences.indexOf(schemeId.slice(schemeId.indexOf("#") + 1));
    return index < 0 ? preferences.length : index;
  };
  return [...options].sort((a, b) => rank(a) - rank(b));
}
