/** The idempotency token in cases. It represents any generated token. */
const TOKEN = "00000000-0000-4000-8000-000000000000";
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/**
 * Returns true if texts are equal, or if the case has the token that represents any random UUID.
 */
export const sameText = (actual: string, expected: string): boolean =>
  actual === expected || (expected.includes(TOKEN) && actual.replace(uuid, TOKEN) === expected);
