import type { Identity, IdentityProvider } from "@smithy/types";

/** A username and a password. */
export interface LoginIdentity extends Identity {
  readonly username: string;
  readonly password: string;
}

/** Options of clients that use basic or digest authentication. */
export interface LoginConfig {
  /** Username and password, or a provider of them. */
  login?: LoginIdentity | IdentityProvider<LoginIdentity> | undefined;
}

/** {@link LoginConfig} as resolved in `client.config`. */
export interface LoginResolvedConfig {
  /** The provider of username and password. Assign a login or a provider to replace it. */
  get login(): IdentityProvider<LoginIdentity> | undefined;
  set login(value: LoginIdentity | IdentityProvider<LoginIdentity> | undefined);
}

export const missingLogin = "the login is missing; pass `login` to the client";

/** @throws TypeError if the provider did not return a username and a password */
export function requireLogin(identity: Identity): LoginIdentity {
  if (!isLogin(identity)) {
    throw new TypeError("The login is incomplete: `login` must provide `{ username, password }`.");
  }
  return identity;
}

const isLogin = (identity: Identity): identity is LoginIdentity =>
  "username" in identity &&
  typeof identity.username === "string" &&
  "password" in identity &&
  typeof identity.password === "string";
