/** Methods that take one step, and methods that take one step for each entry. */
const single: readonly (readonly [object, readonly string[]])[] = [
  [String.prototype, ["charCodeAt", "codePointAt", "startsWith"]],
  [RegExp.prototype, ["exec", "test"]],
  [Map.prototype, ["get", "set", "has"]],
  [Set.prototype, ["add", "has"]],
  [Array.prototype, ["push"]],
];
const whole: readonly (readonly [object, readonly string[]])[] = [
  [Array.prototype, ["concat", "every", "filter", "find", "flatMap", "includes", "map", "some"]],
];

/**
 * Counts the steps of a synchronous function: its reads of texts, maps, sets and lists. Unlike a
 * duration, the number does not depend on the machine.
 */
export function countSteps(run: () => void): number {
  let steps = 0;
  const restore: (() => void)[] = [];
  const count = (prototype: object, name: string, weigh: (subject: unknown) => number): void => {
    const original: unknown = Reflect.get(prototype, name);
    if (typeof original !== "function") throw new TypeError(`${name} is not a function.`);
    const counted = function (this: unknown, ...args: unknown[]): unknown {
      steps += weigh(this);
      return Reflect.apply(original, this, args);
    };
    Object.defineProperty(prototype, name, { value: counted, configurable: true, writable: true });
    restore.push(() =>
      Object.defineProperty(prototype, name, {
        value: original,
        configurable: true,
        writable: true,
      }),
    );
  };
  const lengthOf = (subject: unknown): number => (subject as { readonly length: number }).length;
  for (const [prototype, names] of single)
    for (const name of names) count(prototype, name, () => 1);
  for (const [prototype, names] of whole)
    for (const name of names) count(prototype, name, lengthOf);
  try {
    run();
  } finally {
    for (const undo of restore) undo();
  }
  return steps;
}

/** Returns the factor by which the steps grow if the size doubles: 2 for linear growth. */
export function growth(run: (size: number) => void, size: number): number {
  return countSteps(() => run(2 * size)) / countSteps(() => run(size));
}
