/** What `tinsmith select --show` can print of a match. */
export const shownData = ["type", "file", "vars"] as const;

export type ShownData = (typeof shownData)[number];
