/** A separate file in the build, like the handler for `node:https`. */
export { NodeHttp2Handler } from "@smithy/node-http-handler";
