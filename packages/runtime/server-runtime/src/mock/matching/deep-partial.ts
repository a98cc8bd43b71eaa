/** A value in which any part may be omitted, at any depth. */
export type DeepPartial<T> = T extends Date | Uint8Array | string | number | boolean | bigint
  ? T
  : T extends readonly (infer Item)[]
    ? readonly DeepPartial<Item>[]
    : T extends object
      ? { readonly [Member in keyof T]?: DeepPartial<T[Member]> | undefined }
      : T;
