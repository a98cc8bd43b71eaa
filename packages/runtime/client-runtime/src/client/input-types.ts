/** A structure in which some members have other types. */
export type Changed<Shape, Changes> = {
  [Name in keyof Shape]: Name extends keyof Changes ? Changes[Name] : Shape[Name];
};

/** A structure whose required members also accept `undefined`, as in the types of the AWS SDK. */
export type OrUndefined<Shape, Changes = object> = {
  [Name in keyof Shape]: (Name extends keyof Changes ? Changes[Name] : Shape[Name]) | undefined;
};
