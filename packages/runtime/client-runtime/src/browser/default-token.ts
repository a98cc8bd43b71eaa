import type { TokenIdentityProvider } from "@smithy/types";

/** Browsers have no place where tokens are found. */
export const defaultToken = (): TokenIdentityProvider | undefined => undefined;
