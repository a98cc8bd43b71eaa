import type { NodeObject, NodeValue } from "@tinsmith/smithy";
import type { Constraints } from "./constraints.js";
import type { ExamplePlan, PaginationPlan } from "./operation-plan.js";
import type { LifecyclePlan, ResourcePlan } from "./resource-plan.js";
import type { ServicePlan } from "./service-plan.js";
import { settledStates } from "./settled-states.js";
import type { SettledState } from "./settled-states.js";
import { membersOf } from "./shape-members.js";
import type { MemberPlan, ShapePlan } from "./shape-plan.js";

/**
 * The data that a server of a service needs besides schemas and protocols, in the form that the
 * runtime of servers takes. Generated servers contain it as literals.
 */
export interface ServerPlan {
  /** The constraints of members, by container and member. */
  readonly constraints: Readonly<Record<string, NodeObject>>;
  /** The examples of the model, by operation. */
  readonly examples: Readonly<Record<string, readonly NodeObject[]>>;
  /** The member of each paginated output that holds the token of the next page, by operation. */
  readonly pageTokens: Readonly<Record<string, string>>;
  /** The values in outputs that make waiters succeed, by operation. */
  readonly settled: Readonly<Record<string, readonly SettledState[]>>;
  /** The scope of AWS signatures, if the service uses them. */
  readonly signing: SigningData | undefined;
  /** The credentials that operations require, if the service has authentication. */
  readonly authentication: AuthenticationData | undefined;
  readonly cors: NodeObject | undefined;
  /** The resources that a server can keep. */
  readonly resources: readonly NodeObject[];
}

// Types and not interfaces, because only types are assignable to a node.
type SigningData = { name: string; doubleEncodePath?: false; unsigned?: readonly string[] };
type AuthenticationData = {
  readonly schemes: readonly Readonly<Record<string, string>>[];
  readonly service?: readonly string[];
  readonly operations?: Readonly<Record<string, readonly string[]>>;
};

/** Plans the server of a service. */
export function planServer(plan: ServicePlan): ServerPlan {
  return {
    constraints: planAllConstraints(plan),
    examples: Object.fromEntries(
      plan.operations
        .filter(({ examples }) => examples.length > 0)
        .map(({ name, examples }) => [name, examples.map(exampleNode)]),
    ),
    pageTokens: Object.fromEntries(
      plan.operations.flatMap(({ name, pagination }) =>
        pagination === undefined ? [] : [[name, pagination.outputToken]],
      ),
    ),
    settled: planSettled(plan),
    signing: planSigningData(plan),
    authentication: planAuthentication(plan),
    cors: planCorsData(plan),
    resources: planResourceData(plan),
  };
}

function planAllConstraints({ shapes }: ServicePlan): Readonly<Record<string, NodeObject>> {
  return Object.fromEntries(
    shapes.flatMap((shape) => {
      const members = constrainedMembers(shape);
      if (members.length === 0) return [];
      const nodes = members.map(({ name, constraints }) => [name, constraintsNode(constraints)]);
      return [[shape.name, Object.fromEntries(nodes) as NodeObject]];
    }),
  );
}

/** Returns the members of a container that have constraints. */
export function constrainedMembers(shape: ShapePlan): readonly MemberPlan[] {
  return membersOf(shape).filter((member) => isConstrained(member.constraints));
}

/** Returns true if a value can violate the constraints. */
export function isConstrained(constraints: Constraints): boolean {
  return Object.keys(constraints).some((key) => key !== "modelPattern");
}

/** Returns the constraints as a node, in the order of the plan. */
export function constraintsNode(constraints: Constraints): NodeValue {
  const { length, range, modelPattern: _, ...others } = constraints;
  const node: Record<string, NodeValue> = {
    ...others,
    ...(length !== undefined && { length: { ...length } }),
    ...(range !== undefined && { range: { ...range } }),
  };
  // Spreading changed the order, so restore that of the plan.
  return Object.fromEntries(
    Object.keys(constraints).flatMap((key) => {
      const value = node[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

function exampleNode({ title, input, output, error }: ExamplePlan): NodeObject {
  return {
    title,
    ...(input !== undefined && { input }),
    ...(output !== undefined && { output }),
    ...(error !== undefined && { error: { shapeId: error.shapeId, content: error.content } }),
  };
}

function planSettled(plan: ServicePlan): ServerPlan["settled"] {
  return Object.fromEntries(
    plan.operations.flatMap(({ name, waiters }) => {
      const states = settledStates(waiters);
      return states.length === 0 ? [] : [[name, states]];
    }),
  );
}

/** Returns the signing name and the operations that may be unsigned. */
function planSigningData({ signing }: ServicePlan): SigningData | undefined {
  if (signing === undefined) return undefined;
  const { name, doubleEncodesPath, unsigned } = signing;
  return {
    name,
    ...(!doubleEncodesPath && { doubleEncodePath: false }),
    ...(unsigned.length > 0 && { unsigned }),
  };
}

/** Returns the schemes of a service, and those of operations that accept others. */
function planAuthentication({
  authSchemes,
  furtherAuthSchemes,
  operations,
}: ServicePlan): AuthenticationData | undefined {
  const schemes = [...authSchemes, ...furtherAuthSchemes];
  if (schemes.length === 0) return undefined;
  const differing = operations.flatMap(({ name, clientAuth }) =>
    clientAuth === undefined ? [] : [[name, clientAuth] as const],
  );
  return {
    schemes: schemes.map(({ id, kind, ...scheme }) => ({
      id,
      kind,
      ...("in" in scheme && { name: scheme.name, in: scheme.in }),
      ...("in" in scheme && scheme.scheme !== undefined && { scheme: scheme.scheme }),
    })),
    ...(furtherAuthSchemes.length > 0 && { service: authSchemes.map(({ id }) => id) }),
    ...(differing.length > 0 && { operations: Object.fromEntries(differing) }),
  };
}

function planCorsData({ cors }: ServicePlan): NodeObject | undefined {
  if (cors === undefined) return undefined;
  const { origins, maxAge, allowedHeaders, exposedHeaders } = cors;
  return {
    origins,
    ...(maxAge !== undefined && { maxAge }),
    ...(allowedHeaders.length > 0 && { allowedHeaders }),
    ...(exposedHeaders.length > 0 && { exposedHeaders }),
  };
}

/** Returns the resources, with the members of their operations that carry their data. */
function planResourceData(plan: ServicePlan): readonly NodeObject[] {
  const pagination = new Map(plan.operations.map(({ name, pagination }) => [name, pagination]));
  return plan.resources.map((resource) => resourceNode(resource, pagination));
}

type Paginations = ReadonlyMap<string, PaginationPlan | undefined>;

function resourceNode(resource: ResourcePlan, paginations: Paginations): NodeObject {
  const { name, identifiers, parent, noReplace, operations } = resource;
  return {
    name,
    identifiers,
    ...(parent !== undefined && { parent }),
    ...(noReplace && { noReplace }),
    operations: operations.map((operation) =>
      operationNode(operation, paginations.get(operation.operation)),
    ),
  };
}

function operationNode(
  { kind, operation, input, output, list }: LifecyclePlan,
  pagination: PaginationPlan | undefined,
): NodeObject {
  if (!list) return { kind, operation, input, output };
  const { items, item } = list;
  return {
    kind,
    operation,
    input,
    items,
    item,
    ...(pagination && {
      pagination: {
        inputToken: pagination.inputToken,
        outputToken: pagination.outputToken,
        ...(pagination.pageSize !== undefined && { pageSize: pagination.pageSize }),
      },
    }),
  };
}
