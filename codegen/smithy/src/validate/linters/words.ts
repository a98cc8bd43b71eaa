/** The words of a name, in lower case: `accessKeyIDValue` is `access key id value`. */
export const wordsOf = (name: string): readonly string[] =>
  (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g) ?? []).map((word) => word.toLowerCase());

/** The words of a camel-case name, as written: `GetURLValue` is `Get URL Value`. */
export const camelCaseWords = (name: string): readonly string[] =>
  name.split(/(?<!^|[A-Z])(?=[A-Z])|(?<!^)(?=[A-Z][a-z])/);

/**
 * Finds the first of the terms in a name, at word boundaries: `secret id` is in `SecretId`,
 * `secret_id` and `secretid`, but not in `SecretThingId`. Returns the term as found.
 */
export function findTerm(name: string, terms: readonly string[]): string | undefined {
  const words = ` ${wordsOf(name).join(" ")} `;
  for (const term of terms) {
    const lower = term.toLowerCase();
    const joined = lower.replaceAll(" ", "");
    if (words.includes(` ${lower} `)) return lower;
    if (words.includes(` ${joined} `)) return joined;
  }
  return undefined;
}
