import { platform } from "../node/platform.js";
import { serviceClientOn } from "./service-client-class.js";
import type { ServiceClientClass } from "./service-client.js";

/**
 * The class that generated clients extend. The browser build replaces Node's platform with its own.
 */
export const ServiceClient: ServiceClientClass = /* @__PURE__ */ serviceClientOn(platform);
