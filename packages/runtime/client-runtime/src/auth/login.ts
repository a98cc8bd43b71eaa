import type { Identity, IdentityProvider } from "@smithy/types";

/** A name and a password. */
export interface LoginIdentity extends Identity {
  readonly username: string;
  readonly password: string;
}

/** Options of clients that log in with name and password (basic and digest authentication). */
export interface LoginConfig {
  /** Name and password, or where to get them. */
  login?: LoginIdentity | IdentityProvider<LoginIdentity> | undefined;
}

/** What {@link LoginConfig} becomes in `client.config`. */
export interface LoginResolvedConfig {
  /** The provider of name and password. A value that is assigned replaces it. */
  get login(): IdentityProvider<LoginIdentity> | undefined;
  set login(value: LoginIdentity | IdentityProvider<LoginIdentity> | undefined);
}

export const missingLogin = "there is no name and password; pass `login` to the client";

/** @throws TypeError where the provider gave something else than a name and a password */
export function requireLogin(identity: Identity): LoginIdentity {
  if (!isLogin(identity)) {
    throw new TypeError("The login is incomplete: `login` has to give `{ username, password }`.");
  }
  return identity;
}

const isLogin = (identity: Identity): identity is LoginIdentity =>
  "username" in identity &&
  typeof identity.username === "string" &&
  "password" in identity &&
  typeof identity.password === "string";
