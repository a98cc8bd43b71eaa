import type { ShapeId } from "@tinsmith/smithy";
import type { ServicePlan } from "@tinsmith/service";
import type { GuideNames } from "../guides/guide.js";

/**
 * What the documentation adds to the plan of a service, before any of it is a page: where each
 * thing is described, who uses it, what snippets call it. Plain data, no HTML and no Markdown.
 */
export interface Site {
  readonly plan: ServicePlan;
  /** Where each operation, error, shape and member is described. */
  readonly places: ReadonlyMap<ShapeId, Place>;
  /** Shape ids by local name, for names that the documentation mentions; ambiguous names left out. */
  readonly idsByName: ReadonlyMap<string, ShapeId>;
  readonly usedBy: ReadonlyMap<ShapeId, UsedBy>;
  readonly names: SnippetNames;
  readonly protocol: ProtocolDoc | undefined;
  readonly authentication: readonly AuthenticationDoc[];
  readonly endpoints: readonly EndpointDoc[];
  readonly facts: readonly Fact[];
  /** The operations as the navigation of every page lists them. */
  readonly navigation: readonly NavigationEntry[];
  /** What guides call things; `undefined` where no client is generated, or where it has nothing to call. */
  readonly guide: GuideNames | undefined;
  /** The model as JSON AST, for download. */
  readonly ast: string;
}

/** A page, by its path from the root of the site, and the element on it. */
export interface Place {
  readonly page: string;
  readonly anchor: string | undefined;
}

export interface UsedBy {
  /** Operations that reach the shape, by name. */
  readonly operations: readonly OperationUse[];
  /** Members that target the shape. */
  readonly members: readonly MemberUse[];
}

export interface NavigationEntry {
  readonly page: string;
  readonly name: string;
}

export interface OperationUse {
  readonly operation: ShapeId;
  readonly name: string;
  readonly input: boolean;
  readonly output: boolean;
}

export interface MemberUse {
  readonly container: ShapeId;
  readonly containerName: string;
  readonly member: string;
}

/** What snippets call things. A package that is not generated has no snippet. */
export interface SnippetNames {
  readonly clientPackage: string | undefined;
  readonly mockServerPackage: string | undefined;
  /** The command that starts the mock server. */
  readonly mockServerCommand: string | undefined;
  /** Where snippets look for the mock server. */
  readonly endpoint: string;
  /** The AWS CLI's name of the service, for services that the AWS CLI has. */
  readonly awsCli: string | undefined;
  readonly signingName: string | undefined;
  readonly region: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface ProtocolDoc {
  readonly id: ShapeId;
  readonly name: string;
  readonly summary: string;
}

export interface AuthenticationDoc {
  readonly name: string;
  readonly summary: string;
}

/** An endpoint as the model's own test cases of the rule set state it. */
export interface EndpointDoc {
  readonly region: string;
  readonly fips: boolean;
  readonly dualStack: boolean;
  readonly url: string;
}
