import { platform } from "../node/platform.js";
import { serviceClientOn } from "./service-client-class.js";
import type { ServiceClientClass } from "./service-client.js";

/** The class that generated clients extend. The build for browsers puts their platform in the place of Node's. */
export const ServiceClient: ServiceClientClass = /* @__PURE__ */ serviceClientOn(platform);
