/** Assigns unique names. */
export class NameScope {
  readonly #taken = new Set<string>();
  readonly #fold: (name: string) => string;

  /** With `caseInsensitive`, names that differ only in case are equal, as file names require. */
  constructor(
    options: { readonly caseInsensitive?: boolean; readonly reserved?: Iterable<string> } = {},
  ) {
    this.#fold = options.caseInsensitive === true ? (name) => name.toLowerCase() : (name) => name;
    for (const name of options.reserved ?? []) this.#taken.add(this.#fold(name));
  }

  /** Reserves the first free candidate, or else the first one with the lowest free number. */
  take(first: string, ...others: readonly string[]): string {
    for (const candidate of [first, ...others]) if (this.#tryTake(candidate)) return candidate;
    for (let number = 2; ; number++) {
      const candidate = `${first}${number}`;
      if (this.#tryTake(candidate)) return candidate;
    }
  }

  #tryTake(name: string): boolean {
    const folded = this.#fold(name);
    if (this.#taken.has(folded)) return false;
    this.#taken.add(folded);
    return true;
  }
}

/**
 * Returns a name that can be declared at the top of a TypeScript module without hiding globals that
 * generated code uses.
 */
export function safeTypeName(name: string): string {
  return reservedTypeNames.has(name) ? `_${name}` : name;
}

const reservedTypeNames = new Set(
  // Keywords of the language, including those that are reserved only as type names.
  `any arguments as async await bigint boolean break case catch class const continue debugger declare
  default delete do else enum eval export extends false finally for from function get if implements
  import in infer instanceof interface intrinsic is keyof let module namespace never new null number
  object of package private protected public readonly require return satisfies set static string super
  switch symbol this throw true try type typeof undefined unique unknown using var void while with
  yield
  Array ArrayBuffer AsyncGenerator AsyncIterable AsyncIterableIterator AsyncIterator Awaited BigInt
  BigInt64Array BigUint64Array Blob Boolean Buffer Capitalize ConstructorParameters DataView Date Error
  EvalError Exclude Extract File Float32Array Float64Array FormData Function Generator Headers Infinity
  InstanceType Int16Array Int32Array Int8Array Intl Iterable IterableIterator Iterator JSON Map Math
  NaN NonNullable Number Object Omit Parameters Partial Pick Promise PromiseLike PropertyKey Proxy
  RangeError Readable ReadableStream Readonly ReadonlyArray ReadonlyMap ReadonlySet Record
  ReferenceError Reflect RegExp Request Required Response ReturnType Set SharedArrayBuffer String Symbol
  SyntaxError TextDecoder TextEncoder ThisType TypeError URIError URL Uint16Array Uint32Array Uint8Array
  Uint8ClampedArray Uncapitalize Uppercase Lowercase WeakMap WeakRef WeakSet console global globalThis
  process`.split(/\s+/),
);
