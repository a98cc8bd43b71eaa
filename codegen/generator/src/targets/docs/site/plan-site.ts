import { planConsole } from "@tinsmith/service";
import type { Recording, ServicePlan } from "@tinsmith/service";
import type { GuideNames } from "../guides/guide.js";
import { cliServiceName } from "../snippets/aws-cli-names.js";
import type { Guide } from "./plan-guides.js";
import { defaultEndpoint, defaultRegion } from "./site-defaults.js";
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
  /** The name of the service in the AWS CLI, if it cannot be derived from the SDK id. */
  readonly awsCli?: string | undefined;
  /** The endpoint in snippets, where the mock server listens. */
  readonly endpoint?: string | undefined;
  /** The region in snippets. */
  readonly region?: string | undefined;
  readonly recordings?: readonly Recording[] | undefined;
  readonly guides?: readonly Guide[] | undefined;
  /** True for a guide for users of the Ruby client of the service. */
  readonly rubyGuide?: boolean | undefined;
  /** The time of the recordings. */
  readonly clock?: string | undefined;
}

/** Plans everything that the pages of a service show besides its plan. */
export function planSite(plan: ServicePlan, ast: string, options: SiteOptions = {}): Site {
  const places = planPlaces(plan);
  const endpoint = options.endpoint ?? defaultEndpoint;
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
    consolePlan: consoleJson(plan),
    recordings: byOperation(options.recordings ?? []),
    navigation: plan.operations.map(({ id, name }) => ({
      name,
      page: places.get(id)?.page ?? overviewPage,
    })),
    guides: options.guides ?? [],
    guide:
      options.rubyGuide === true && clientPackage !== undefined
        ? planGuide(plan, clientPackage)
        : undefined,
    names: {
      clientPackage,
      mockServerPackage,
      mockServerCommand:
        mockServerPackage === undefined
          ? undefined
          : `npx ${mockServerPackage} --port ${new URL(endpoint).port || "80"}`,
      endpoint: endpoint.replace(/\/+$/, ""),
      awsCli: options.awsCli ?? (plan.aws && cliServiceName(plan.aws.sdkId)),
      signingName: planSigningName(plan),
      region: options.region ?? defaultRegion,
      clock: options.clock,
    },
  };
}

function consoleJson(plan: ServicePlan): string | undefined {
  const console = planConsole(plan);
  return console && JSON.stringify(console);
}

function byOperation(recordings: readonly Recording[]): ReadonlyMap<string, readonly Recording[]> {
  const found = new Map<string, Recording[]>();
  for (const recording of recordings) {
    const list = found.get(recording.operation);
    if (list === undefined) found.set(recording.operation, [recording]);
    else list.push(recording);
  }
  return found;
}

function planGuide(plan: ServicePlan, clientPackage: string): GuideNames | undefined {
  const [operation] = plan.operations;
  if (operation === undefined) return undefined;
  const { client, aggregatedClient, exception } = plan.names;
  const { command, method } = operation.names;
  const names = { clientPackage, client, aggregatedClient, exception };
  return { ...names, operation: operation.name, command, method };
}
