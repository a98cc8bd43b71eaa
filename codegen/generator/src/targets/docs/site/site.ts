import type { ShapeId } from "@tinsmith/smithy";
import type { Recording, ServicePlan } from "@tinsmith/service";
import type { ModelVersion } from "../../../generator.js";
import type { Guide } from "./plan-guides.js";
import type { GuideNames } from "../guides/guide.js";

/**
 * The data that the documentation adds to the plan of a service before rendering: the location of
 * descriptions, the uses of shapes, the names in snippets. It is plain data without HTML or
 * Markdown.
 */
export interface Site {
  readonly plan: ServicePlan;
  /** The location of the description of each operation, error, shape and member. */
  readonly places: ReadonlyMap<ShapeId, Place>;
  /**
   * Shape ids by local name, for names that the documentation mentions, without ambiguous names.
   */
  readonly idsByName: ReadonlyMap<string, ShapeId>;
  readonly usedBy: ReadonlyMap<ShapeId, UsedBy>;
  readonly names: SnippetNames;
  readonly protocol: ProtocolDoc | undefined;
  readonly authentication: readonly AuthenticationDoc[];
  readonly endpoints: readonly EndpointDoc[];
  readonly facts: readonly Fact[];
  /**
   * The operations in the navigation of every page: first operations without a resource, then the
   * operations of each resource.
   */
  readonly navigation: readonly NavigationGroup[];
  /** Guides that the owner of the model wrote. */
  readonly guides: readonly Guide[];
  /** The sections of a site that describes no service: its pages are the guides. */
  readonly manual?: readonly ManualSection[] | undefined;
  /** The names in the guide for users of Ruby; `undefined` unless the option `rubyGuide` is set. */
  readonly guide: GuideNames | undefined;
  /** The recorded calls by the name of the operation. */
  readonly recordings: ReadonlyMap<string, readonly Recording[]>;
  /** The versions of the model, the newest first; empty if none is kept. */
  readonly history: readonly ModelVersion[];
  /** The addresses that the site had, and their successors. */
  readonly moves: readonly Move[];
  /** The addresses of everything that can be linked to. */
  readonly addresses: Addresses;
  /** True if pages of operations have a console. */
  readonly hasConsole: boolean;
  /** The data of the console, as JSON; `undefined` if its protocols do not ship with Tinsmith. */
  readonly consolePlan: string | undefined;
  /** The model as JSON AST, for download. */
  readonly ast: string;
}

/** Pages under a heading of the navigation; without a title, at its top. */
export interface ManualSection {
  readonly title?: string | undefined;
  readonly pages: readonly Guide[];
}

/** A page, by its path from the root of the site, and the element on it. */
export interface Place {
  readonly page: string;
  readonly anchor: string | undefined;
}

/** A former address of the site, and its successor. */
export interface Move {
  /** The page and the element on it that used to exist. */
  readonly from: Place;
  readonly to: Place;
  /** The name of what moved: `UsageRecord.Quantity`. */
  readonly name: string;
}

/** The addresses of a site, by what they describe: the id of a shape, or the path of a page. */
export type Addresses = Readonly<Record<string, string>>;

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

/** Operations of the navigation that are bound to one resource, or to none. */
export interface NavigationGroup {
  readonly title: string;
  readonly entries: readonly NavigationEntry[];
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

/** The names in snippets. A package that is not generated has no snippets. */
export interface SnippetNames {
  readonly clientPackage: string | undefined;
  readonly mockServerPackage: string | undefined;
  /** The command that starts the mock server. */
  readonly mockServerCommand: string | undefined;
  /** The endpoint of the mock server in snippets. */
  readonly endpoint: string;
  /** The name of the service in the AWS CLI, for services that the AWS CLI supports. */
  readonly awsCli: string | undefined;
  readonly signingName: string | undefined;
  readonly region: string;
  /** The time of the recorded calls, for commands that start the mock server at that time. */
  readonly clock: string | undefined;
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

/** An endpoint from the test cases of the model's endpoint rules. */
export interface EndpointDoc {
  readonly region: string;
  readonly fips: boolean;
  readonly dualStack: boolean;
  readonly url: string;
}
