/** The data of a match that `tinsmith select --show` can print. */
export const shownData = ["type", "file", "vars"] as const;

export type ShownData = (typeof shownData)[number];
