/**
 * Reading a configuration and its model, without the generators: for tools that only look.
 *
 * @packageDocumentation
 */
export { configName, loadProject } from "./build/load-project.js";
export type { Project, ProjectOptions } from "./build/load-project.js";
