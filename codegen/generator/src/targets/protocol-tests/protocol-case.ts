import type { NodeValue, ShapeId } from "@tinsmith/smithy";
import type { NodeObject } from "../../plan/trait-values.js";

interface CaseBase {
  readonly id: string;
  readonly protocol: ShapeId;
  readonly documentation: string | undefined;
}

/** A case about a message and the value that it stands for. */
export interface MessageCase extends CaseBase {
  readonly appliesTo: "client" | "server" | undefined;
  /** What the message must look like, in the members of the trait. */
  readonly message: NodeObject;
  /** The value, as a node. */
  readonly params: NodeObject;
  readonly vendorParams: NodeValue | undefined;
}

/** A case of `smithy.test#httpMalformedRequestTests`, its parameters filled in. */
export interface MalformedRequestCase extends CaseBase {
  readonly request: NodeObject;
  readonly response: NodeObject;
}
