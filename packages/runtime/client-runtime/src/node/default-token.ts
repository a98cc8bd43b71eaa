import type { TokenIdentity, TokenIdentityProvider } from "@smithy/types";

/**
 * Returns the default token provider of an AWS service. It reads the service's environment
 * variable, then the SSO session of the profile. The code for SSO is loaded on first use. If a
 * token is missing, the error lists the ways to provide one.
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
        `The token is missing: pass \`token\` to the client, set ${variable}, or sign in to the SSO session of the profile.${reason}`,
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
