import { withMethods } from "../checks/expected.js";

/** The argument of an adapter: a server, or any object that handles requests like one. */
export const answering = withMethods("a server", ["handle"]);
