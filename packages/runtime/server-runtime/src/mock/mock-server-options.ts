import * as v from "valibot";
import { checkOptions } from "../checks/check.js";
import { flag, object, text } from "../checks/expected.js";

const schema = v.pipe(
  object,
  v.looseObject({ keepResources: v.optional(flag), sampleSeed: v.optional(text) }),
);

/**
 * Checks the additional options of a generated mock server, and returns all options. The server
 * checks the others.
 *
 * @throws TypeError that names the option, its value and what is allowed
 */
export function mockServerOptions<Options extends object>(options: Options): Options {
  checkOptions(schema, options, "the server");
  return options;
}
