/** The handler of `node:https`, a file of its own: it is loaded with the first request that it sends. */
export { NodeHttpHandler } from "@smithy/node-http-handler";
