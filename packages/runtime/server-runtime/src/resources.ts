export {
  resourceBehaviour,
  type ResourceBehaviourOptions,
} from "./resources/resource-behaviour.js";
export type {
  LifecycleOperation,
  ListOperation,
  ResourceBindings,
  ResourceDescription,
} from "./resources/resource-description.js";
