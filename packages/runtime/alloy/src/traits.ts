/** The protocol's trait. */
export const simpleRestJsonTrait = "alloy#simpleRestJson";

export const discriminatedTrait = "alloy#discriminated";
export const untaggedTrait = "alloy#untagged";
export const jsonUnknownTrait = "alloy#jsonUnknown";
export const nullableTrait = "alloy#nullable";
export const openEnumTrait = "alloy#openEnum";

/** The traits that the codecs read in schemas. */
export const schemaTraits: readonly string[] = [
  discriminatedTrait,
  untaggedTrait,
  jsonUnknownTrait,
];
