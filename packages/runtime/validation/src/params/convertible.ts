/** Which types are converted, and from what. Types that are not named are left as they are. */
export interface Conversions {
  /** Texts to numbers: `"3"` to `3`, big numbers included. */
  readonly number?: true;
  /** Numbers and booleans to texts: `111122223333` to `"111122223333"`. */
  readonly string?: true;
  /** `"true"` and `"false"` to booleans. */
  readonly boolean?: true;
  /** RFC 3339 texts, and seconds since 1970 as numbers or texts, to dates. */
  readonly timestamp?: true;
  /** Texts to bytes: as base64, or as the bytes of UTF-8. */
  readonly blob?: "base64" | "utf8";
}

/** What may be given in the place of a `T` when the conversions are on. */
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

/** Values that are taken as they are; containers are not, since what is in them may be converted. */
type Exact<T> = T extends Date | Uint8Array ? T : T extends object ? never : T;

type When<C extends Conversions, Type extends keyof Conversions, Source> = C extends {
  readonly [Key in Type]: true | string;
}
  ? Source
  : never;
