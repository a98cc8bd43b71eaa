/** Methods that read one part, and methods that read everything in their object. */
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
 * Counts the steps of a synchronous function: reads of texts, maps, sets and lists. The number does
 * not depend on the machine, so that it shows how the work grows.
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

/** How many times the steps grow when the size doubles: 2 if they grow with the size. */
export function growth(run: (size: number) => void, size: number): number {
  return countSteps(() => run(2 * size)) / countSteps(() => run(size));
}
