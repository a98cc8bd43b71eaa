import { isNodeArray, isNodeObject } from "@tinsmith/smithy";
import type { NodeObject, NodeValue } from "@tinsmith/smithy";
import type { ExamplePlan, OperationPlan, Recording } from "@tinsmith/service";
import type { Site } from "../site/site.js";

/** A call that a page shows: an example of the model, or a sample that was recorded. */
export interface DocumentedCall {
  /** The title of the example; absent for a sample. */
  readonly title: string | undefined;
  readonly documentation: string | undefined;
  readonly input: NodeObject;
  /** The error that the example states. */
  readonly expectedError: ExamplePlan["error"];
  /** The recorded messages and results; absent if the call was not recorded. */
  readonly recording: Recording | undefined;
}

/** Returns the calls of an operation: its examples, or else the recorded sample. */
export function documentedCalls(operation: OperationPlan, site: Site): readonly DocumentedCall[] {
  const recordings = site.recordings.get(operation.name) ?? [];
  if (operation.examples.length > 0) {
    return operation.examples.map(({ title, documentation, input, error }) => {
      const given = isNodeObject(input) ? input : {};
      const recording = recordings.find(
        (candidate) => candidate.title === title && isSameNode(candidate.input, given),
      );
      return { title, documentation, input: given, expectedError: error, recording };
    });
  }
  const sample = recordings.find(({ title }) => title === undefined);
  if (sample === undefined) return [];
  const { input } = sample;
  return [
    {
      title: undefined,
      documentation: undefined,
      input,
      expectedError: undefined,
      recording: sample,
    },
  ];
}

/** Reports whether two nodes are equal, in any order of the members of objects. */
function isSameNode(a: NodeValue | undefined, b: NodeValue | undefined): boolean {
  if (isNodeArray(a) && isNodeArray(b)) {
    return a.length === b.length && a.every((item, index) => isSameNode(item, b[index]));
  }
  if (isNodeObject(a) && isNodeObject(b)) {
    const names = Object.keys(a);
    return (
      names.length === Object.keys(b).length && names.every((name) => isSameNode(a[name], b[name]))
    );
  }
  return a === b;
}
