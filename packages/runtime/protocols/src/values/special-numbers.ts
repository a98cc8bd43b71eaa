/**
 * Reads NaN and the infinities. They are strings in JSON. Returns `undefined` for any other text.
 */
export const specialNumber = (text: string): number | undefined =>
  text === "NaN"
    ? Number.NaN
    : text === "Infinity"
      ? Number.POSITIVE_INFINITY
      : text === "-Infinity"
        ? Number.NEGATIVE_INFINITY
        : undefined;
