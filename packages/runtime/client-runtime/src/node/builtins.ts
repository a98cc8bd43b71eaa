let crypto: ReturnType<typeof loadCrypto> | undefined;

const loadCrypto = () => process.getBuiltinModule("node:crypto");

/**
 * Returns `node:crypto`. Loading it takes a sixth of the time of loading a client, so it is loaded
 * when something is hashed or signed.
 */
export const nodeCrypto = () => (crypto ??= loadCrypto());

/** Returns `node:stream`, which many calls do not need, like `node:crypto`. */
export const nodeStream = () => process.getBuiltinModule("node:stream");
