import type { ClientProtocolFactory, ServiceSchema } from "@tinsmith/protocols";
import type { ClientFeature } from "../client/client-feature.js";

/**
 * The description of a service outside AWS, as a generated client passes it to the runtime: plain
 * data and all parts of its pipeline.
 */
export interface ApiDescription {
  readonly schema: ServiceSchema;
  readonly protocol: ClientProtocolFactory;
  /**
   * The parts between serialization and the request handler, in order: the endpoint, retries,
   * authentication, and features of the model.
   */
  readonly parts: readonly ClientFeature[];
}
