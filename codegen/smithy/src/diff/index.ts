export { diffModels } from "./diff-models.js";
