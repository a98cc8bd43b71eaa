/**
 * The public entry of a mock server as a command.
 *
 * @packageDocumentation
 * @public
 */
export { runMockServer } from "../cli/run-mock-server.js";
export type {
  CommandOptions,
  CommandProcess,
  CommandServer,
  MockCommand,
} from "../cli/mock-command.js";
