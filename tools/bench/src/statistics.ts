/**
 * Returns the middle value. For an even number of values, returns the mean of the two middle
 * values.
 */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error("The median of an empty list is undefined.");
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** Formats `a` as a multiple of `b`: `0.31 ×`. */
export function ratio(a: number, b: number): string {
  return `${(a / b).toFixed(2)} ×`;
}
