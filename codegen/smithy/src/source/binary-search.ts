/**
 * The index of the first item for which a condition holds, in a list in which it then holds for all
 * that follow; the length of the list where it holds for none. Takes time by the logarithm of the
 * length.
 */
export function firstIndexWhere<Item>(
  items: readonly Item[],
  condition: (item: Item) => boolean,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // Never beyond the list: `middle` is less than `high`.
    if (condition(items[middle] as Item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
