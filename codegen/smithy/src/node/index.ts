/** The part of `@tinsmith/smithy` that touches the file system. */
export { NotTextError, readPackageSources, readSources } from "./read-sources.js";
export type { SourceText } from "../source/source-file.js";
