/**
 * Returns the index of the first item that meets a condition, or the length of the list if none
 * does. All items after the first match must match too, so the search takes logarithmic time.
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
