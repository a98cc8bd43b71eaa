/** Selects the types that are converted. Values of all other types stay unchanged. */
export interface Conversions {
  /** Converts strings to numbers, including big numbers: `"3"` to `3`. */
  readonly number?: true;
  /** Converts numbers and booleans to strings: `111122223333` to `"111122223333"`. */
  readonly string?: true;
  /** Converts `"true"` and `"false"` to booleans. */
  readonly boolean?: true;
  /** Converts RFC 3339 strings, and seconds since 1970 as numbers or strings, to dates. */
  readonly timestamp?: true;
  /** Converts strings to bytes: decodes base64 or encodes as UTF-8. */
  readonly blob?: "base64" | "utf8";
}

/** The values that are accepted instead of a `T` when the conversions `C` are enabled. */
export type Convertible<T, C extends Conversions> =
  | Exact<T>
  | (T extends Date
      ? When<C, "timestamp", string | number>
      : T extends Uint8Array
        ? When<C, "blob", string>
        : T extends boolean
          ? When<C, "boolean", `${boolean}`>
          : T extends number | bigint
            ? When<C, "number", string>
            : T extends string
              ? When<C, "string", number | bigint | boolean>
              : T extends readonly (infer Item)[]
                ? readonly Convertible<Item, C>[]
                : T extends object
                  ? { readonly [Member in keyof T]: Convertible<T[Member], C> }
                  : never);

/** The type itself. `never` for containers, because their contents may be converted. */
type Exact<T> = T extends Date | Uint8Array ? T : T extends object ? never : T;

type When<C extends Conversions, Type extends keyof Conversions, Source> = C extends {
  readonly [Key in Type]: true | string;
}
  ? Source
  : never;
