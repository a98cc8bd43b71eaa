declare const RUNTIME_VERSION: string | undefined;

/** The version of this package, which the build fills in. */
export const runtimeVersion: string =
  typeof RUNTIME_VERSION === "undefined" ? "0.0.0" : RUNTIME_VERSION;
