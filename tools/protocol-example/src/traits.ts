/** The protocol's trait. */
export const parcelJsonTrait = "parcel.protocols#parcelJson";

/** The trait of unions that say in a member which of their members they are. */
export const taggedTrait = "parcel.protocols#tagged";

/** Traits that the codec reads in schemas. */
export const schemaTraits: readonly string[] = [taggedTrait];
