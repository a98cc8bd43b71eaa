export { sigv4a } from "./auth/sigv4a.js";
export type { SigV4aConfig, SigV4aResolvedConfig } from "./auth/sigv4a.js";
