/**
 * The contract's file for Node. It also exports the functions of `@smithy/core/config` that the
 * credential chain needs, so that a bundle with both contains them once.
 */
export * from "../entries/generated-v1/index.js";
export {
  chain,
  CredentialsProviderError,
  ENV_PROFILE,
  externalDataInterceptor,
  getProfileName,
  getSSOTokenFilepath,
  getSSOTokenFromFile,
  loadConfig,
  loadSsoSessionData,
  memoize,
  NODE_REGION_CONFIG_FILE_OPTIONS,
  NODE_REGION_CONFIG_OPTIONS,
  parseKnownFiles,
  ProviderError,
  TokenProviderError,
} from "@smithy/core/config";
