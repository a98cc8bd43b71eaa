import { withMethods } from "../checks/expected.js";

/** The argument of an adapter: a server, or any object with the method `handle`. */
export const adaptableServer = withMethods("a server", ["handle"]);
