const pattern = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

/** Reports whether npm accepts a name for a new package. */
export function isPackageName(name: string): boolean {
  return name.length <= 214 && pattern.test(name);
}

/** The allowed names, for messages. */
export const packageNameRule =
  "lowercase letters, digits and hyphens, as in weather-client or @acme/weather-client";
