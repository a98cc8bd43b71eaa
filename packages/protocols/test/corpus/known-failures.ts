/** Cases that fail, by protocol and side, then by kind and id, with the reason. The test fails when one of them passes. */
export const knownFailures: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
