/** The idempotency token in cases, which stands for a generated one. */
const TOKEN = "00000000-0000-4000-8000-000000000000";
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/**
 * Returns true if texts are equal, or when the case has the token that any random UUID matches.
 */
export const sameText = (actual: string, expected: string): boolean =>
  actual === expected || (expected.includes(TOKEN) && actual.replace(uuid, TOKEN) === expected);
