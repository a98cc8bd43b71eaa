/** The clients that are compared, by the package a user would install. */
export const clients = {
  ours: "@marketplace-metering/client",
  theirs: "@aws-sdk/client-marketplace-metering",
} as const;

export type ClientPackage = (typeof clients)[keyof typeof clients];
