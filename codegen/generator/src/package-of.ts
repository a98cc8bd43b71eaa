/** Returns the package of a specifier: `@acme/protocol` for `@acme/protocol/server`. */
export function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
