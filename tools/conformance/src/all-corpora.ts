import type { Corpus } from "./corpus.js";
import { astSerialization } from "./corpora/ast-serialization.js";
import { awsModelsLoad } from "./corpora/aws-models.js";
import { diff } from "./corpora/diff.js";
import { formatter, idlSerialization } from "./corpora/formatted-idl.js";
import {
  awsModelsGenerate,
  awsModelsTypeScript6,
  awsModelsTypeScript7,
} from "./corpora/generated-code.js";
import { loaderFlattened, loaderInvalid, loaderValid, upgradeBox } from "./corpora/loader.js";
import { selectors } from "./corpora/selectors.js";
import { validation, validationModules } from "./corpora/validation.js";

/** All corpora, in the order of the table. */
export const corpora: readonly Corpus[] = [
  loaderValid,
  loaderFlattened,
  loaderInvalid,
  upgradeBox,
  astSerialization,
  idlSerialization,
  formatter,
  selectors,
  validation,
  validationModules,
  diff,
  awsModelsLoad,
  awsModelsGenerate,
  awsModelsTypeScript6,
  awsModelsTypeScript7,
];
