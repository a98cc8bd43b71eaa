import type { ServicePlan } from "@tinsmith/service";
import type { GuideNames } from "../guides/guide.js";
import { overviewPage, planNames, planPlaces } from "./plan-places.js";
import {
  planAuthentication,
  planEndpoints,
  planFacts,
  planProtocol,
  planSigningName,
} from "./plan-service.js";
import { planUsedBy } from "./plan-used-by.js";
import type { Site } from "./site.js";

/** The options of the documentation from the configuration. */
export interface SiteOptions {
  /** The package that snippets use; without it, its snippets are omitted. */
  readonly clientPackage?: string | undefined;
  readonly mockServerPackage?: string | undefined;
  /** The name of the service in the AWS CLI, if it cannot be derived from the model's `docId`. */
  readonly awsCli?: string | undefined;
  /** The endpoint in snippets, where the mock server listens. */
  readonly endpoint?: string | undefined;
  /** The region in snippets. */
  readonly region?: string | undefined;
}

/** Plans everything that the pages of a service show besides its plan. */
export function planSite(plan: ServicePlan, ast: string, options: SiteOptions = {}): Site {
  const places = planPlaces(plan);
  const endpoint = options.endpoint ?? "http://127.0.0.1:8080";
  const { clientPackage, mockServerPackage } = options;
  return {
    plan,
    places,
    idsByName: planNames(plan),
    usedBy: planUsedBy(plan),
    protocol: planProtocol(plan),
    authentication: planAuthentication(plan),
    endpoints: planEndpoints(plan),
    facts: planFacts(plan),
    ast,
    navigation: plan.operations.map(({ id, name }) => ({
      name,
      page: places.get(id)?.page ?? overviewPage,
    })),
    guide: clientPackage === undefined || !plan.isAws ? undefined : planGuide(plan, clientPackage),
    names: {
      clientPackage,
      mockServerPackage,
      mockServerCommand:
        mockServerPackage === undefined
          ? undefined
          : `npx ${mockServerPackage} --port ${new URL(endpoint).port || "80"}`,
      endpoint: endpoint.replace(/\/+$/, ""),
      awsCli: options.awsCli ?? awsCliName(plan),
      signingName: planSigningName(plan),
      region: options.region ?? "us-east-1",
    },
  };
}

function planGuide(plan: ServicePlan, clientPackage: string): GuideNames | undefined {
  const [operation] = plan.operations;
  if (operation === undefined) return undefined;
  const { client, aggregatedClient, exception } = plan.names;
  const { command, method } = operation.names;
  const names = { clientPackage, client, aggregatedClient, exception };
  return { ...names, operation: operation.name, command, method };
}

/**
 * Returns the name of the service in the AWS CLI: for most services the documentation id of the
 * model without its version, for others the SDK id without spaces. No trait states the name.
 */
function awsCliName(plan: ServicePlan): string | undefined {
  if (!plan.aws) return undefined;
  const { docId } = plan.aws;
  const suffix = `-${plan.version}`;
  if (docId?.endsWith(suffix)) return docId.slice(0, -suffix.length);
  return docId ?? plan.aws.sdkId.toLowerCase().replace(/[^a-z0-9]+/g, "");
}
