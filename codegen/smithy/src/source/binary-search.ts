/**
 * Returns the index of the first item for which a condition holds, in a list in which it holds for
 * all following items too; the length of the list if it holds for none. Takes logarithmic time.
 */
export function firstIndexWhere<Item>(
  items: readonly Item[],
  condition: (item: Item) => boolean,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // Always in the list: `middle` is less than `high`.
    if (condition(items[middle] as Item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
