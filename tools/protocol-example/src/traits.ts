/** The protocol's trait. */
export const parcelJsonTrait = "parcel.protocols#parcelJson";

/** The trait of unions that name their choice in a member. */
export const taggedTrait = "parcel.protocols#tagged";

/** Traits that the codec reads in schemas. */
export const schemaTraits: readonly string[] = [taggedTrait];
