import { upperFirst } from "@tinsmith/smithy";

/** Assigns unique names. */
export class NameScope {
  readonly #taken = new Set<string>();
  readonly #fold: (name: string) => string;

  /**
   * @param options - with `caseInsensitive`, names that differ only in case are equal, as file
   *   names require
   */
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
 * Returns the name of a shape's TypeScript type: the shape's name with a capital letter, as in the
 * AWS SDK for JavaScript. Names of globals that generated code uses get the prefix `_`.
 */
export function safeTypeName(name: string): string {
  const typeName = upperFirst(name);
  return reservedTypeNames.has(typeName) ? `_${typeName}` : typeName;
}

/** The names that the AWS SDK for JavaScript changes, so that both export the same names. */
const reservedBySdk = `Array ArrayBuffer ArrayBufferView Blob Boolean ConstructorParameters Date Error
  Exclude Extract Infinity InstanceType Math NaN NonNullable Number Object Omit Parameters Partial Pick
  Promise PromiseLike Readable Readonly ReadonlyArray Record RegExp Required ReturnType Set Stream
  String ThisType WeakMap`;

/** Further globals in generated code. */
const usedGlobals = `AsyncGenerator AsyncIterable BigInt JSON Map ReadableStream ReadonlyMap ReadonlySet
  Symbol TypeError Uint8Array`;

/**
 * The names that types must not have. Keywords are missing, because they do not begin with a
 * capital letter.
 */
const reservedTypeNames = new Set(`${reservedBySdk} ${usedGlobals}`.split(/\s+/));
