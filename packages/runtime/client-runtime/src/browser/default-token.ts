import type { TokenIdentityProvider } from "@smithy/types";

/** Browsers have no default source of tokens. */
export const defaultToken = (): TokenIdentityProvider | undefined => undefined;
