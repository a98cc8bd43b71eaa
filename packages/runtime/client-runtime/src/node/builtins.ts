let crypto: ReturnType<typeof loadCrypto> | undefined;

const loadCrypto = () => process.getBuiltinModule("node:crypto");

/**
 * Returns `node:crypto`. Loading it takes a sixth of the time that loading a client takes.
 * Therefore it is loaded when something is hashed or signed.
 */
export const nodeCrypto = () => (crypto ??= loadCrypto());

/**
 * Returns `node:stream`. As many calls do not need it, it is loaded on first use, like
 * `node:crypto`.
 */
export const nodeStream = () => process.getBuiltinModule("node:stream");
