import { withMethods } from "../checks/expected.js";

/** What an adapter takes: a server, or anything that handles requests as one does. */
export const answering = withMethods("a server", ["handle"]);
