/** The compared clients, by the package that a user would install. */
export const clients = {
  ours: "@marketplace-metering/client",
  theirs: "@aws-sdk/client-marketplace-metering",
} as const;

export type ClientPackage = (typeof clients)[keyof typeof clients];
