import { withMethods } from "../checks/expected.js";

/** The argument of an adapter: a server, or any object that handles requests like one. */
export const adaptableServer = withMethods("a server", ["handle"]);
