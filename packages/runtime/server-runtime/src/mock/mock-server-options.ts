import * as v from "valibot";
import { checkOptions } from "../checks/check.js";
import { flag, object, text } from "../checks/expected.js";

const schema = v.pipe(
  object,
  v.looseObject({ keepResources: v.optional(flag), sampleSeed: v.optional(text) }),
);

/**
 * Checks the options that a generated mock server has beside those of every server, and returns the
 * options. The server itself checks the others.
 *
 * @throws TypeError that names the option, its value and what is allowed
 */
export function mockServerOptions<Options extends object>(options: Options): Options {
  checkOptions(schema, options, "the server");
  return options;
}
