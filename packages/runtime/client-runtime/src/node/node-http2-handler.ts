/** A file of its own in the build, like the handler of `node:https`. */
export { NodeHttp2Handler } from "@smithy/node-http-handler";
