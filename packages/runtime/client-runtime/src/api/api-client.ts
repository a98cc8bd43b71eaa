import { apiPlatform } from "../node/api-platform.js";
import { apiClientOn } from "./api-client-class.js";
import type { ApiClientClass } from "./api-client-class.js";

/**
 * The class that generated clients of services other than those of AWS extend. The browser build
 * replaces Node's platform with its own.
 */
export const ApiClient: ApiClientClass = /* @__PURE__ */ apiClientOn(apiPlatform);
