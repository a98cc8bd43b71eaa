import type { TokenIdentity, TokenIdentityProvider } from "@smithy/types";

/**
 * Where tokens for an AWS service are found: in the environment under the service's own name, then in the SSO session of
 * the profile. Nothing of the latter is loaded before it is asked. Where there is none, the provider fails with what can
 * be done.
 */
export function defaultToken(
  signingName: string,
  profile: string | undefined,
): TokenIdentityProvider {
  const variable = `AWS_BEARER_TOKEN_${signingName.toUpperCase().replaceAll(/[\s-]/g, "_")}`;
  let chain: TokenIdentityProvider | undefined;
  return async (options) => {
    const token = process.env[variable];
    if (token) return { token };
    chain ??= await loadChain(profile);
    try {
      return await chain(options);
    } catch (cause) {
      const reason = cause instanceof Error ? ` ${cause.message}` : "";
      throw new Error(
        `There is no token: pass \`token\` to the client, set ${variable}, or sign in with the SSO session of the profile.${reason}`,
        { cause },
      );
    }
  };
}

async function loadChain(profile: string | undefined): Promise<TokenIdentityProvider> {
  const { nodeProvider } = await import("./token-chain.js");
  const chain = nodeProvider(profile === undefined ? {} : { profile });
  return async (options): Promise<TokenIdentity> => chain(options);
}
