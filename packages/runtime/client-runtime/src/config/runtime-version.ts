declare const RUNTIME_VERSION: string | undefined;

/** The version of this package, inserted by the build. */
export const runtimeVersion: string =
  typeof RUNTIME_VERSION === "undefined" ? "0.0.0" : RUNTIME_VERSION;
