import { planConsole } from "@tinsmith/service";
import type { Recording, ServicePlan } from "@tinsmith/service";
import { compareText } from "@tinsmith/smithy";
import type { ModelVersion } from "../../../generator.js";
import type { GuideNames } from "../guides/guide.js";
import { cliServiceName } from "../snippets/aws-cli-names.js";
import type { Guide } from "./plan-guides.js";
import { defaultEndpoint, defaultRegion } from "./site-defaults.js";
import { planMoves } from "./plan-moves.js";
import type { Addresses, NavigationEntry, NavigationGroup, Site } from "./site.js";
import {
  changesPage,
  clientPage,
  downloadsPage,
  errorsPage,
  overviewPage,
  planNames,
  planPlaces,
  rubyGuidePage,
  shapesPage,
} from "./plan-places.js";
import {
  planAuthentication,
  planEndpoints,
  planFacts,
  planProtocol,
  planSigningName,
} from "./plan-service.js";
import { planUsedBy } from "./plan-used-by.js";

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
  /** The versions of the model, the newest first. */
  readonly history?: readonly ModelVersion[] | undefined;
  /** The addresses of earlier versions of the site, by shape or page. */
  readonly published?: Addresses | undefined;
  /** The successors of shapes and pages. */
  readonly moved?: Addresses | undefined;
  /** The time of the recordings. */
  readonly clock?: string | undefined;
}

/** A site, and warnings about its input. */
export interface PlannedSite extends Site {
  readonly warnings: readonly string[];
}

/** Plans everything that the pages of a service show besides its plan. */
export function planSite(plan: ServicePlan, ast: string, options: SiteOptions = {}): PlannedSite {
  const places = planPlaces(plan);
  const { history = [], published = {}, moved = {}, guides = [] } = options;
  const hasRubyGuide = options.rubyGuide === true && options.clientPackage !== undefined;
  const { moves, addresses, warnings } = planMoves({
    published,
    moved,
    places,
    pages: [
      overviewPage,
      errorsPage,
      shapesPage,
      downloadsPage,
      ...(options.clientPackage === undefined ? [] : [clientPage]),
      ...(history.length === 0 ? [] : [changesPage]),
      ...guides.map(({ page }) => page),
      ...(hasRubyGuide ? [rubyGuidePage] : []),
    ],
  });
  const consolePlan = consoleJson(plan);
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
    hasConsole: consolePlan !== undefined,
    consolePlan,
    recordings: byOperation(options.recordings ?? []),
    navigation: planNavigation(plan, places),
    guides,
    guide: hasRubyGuide && clientPackage !== undefined ? planGuide(plan, clientPackage) : undefined,
    history,
    moves,
    addresses,
    warnings,
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

/** The title of the operations that are bound to the service itself. */
const ungrouped = "Operations";

function planNavigation(plan: ServicePlan, places: Site["places"]): readonly NavigationGroup[] {
  const groups = new Map<string, NavigationEntry[]>([[ungrouped, []]]);
  for (const { id, name } of plan.operations) {
    const title = plan.resourceOfOperation[id] ?? ungrouped;
    const entry = { name, page: places.get(id)?.page ?? overviewPage };
    const group = groups.get(title);
    if (group === undefined) groups.set(title, [entry]);
    else group.push(entry);
  }
  const [first, ...others] = [...groups].map(([title, entries]) => ({ title, entries }));
  const sorted = others.sort((a, b) => compareText(a.title, b.title));
  return [...(first ? [first] : []), ...sorted].filter(({ entries }) => entries.length > 0);
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
