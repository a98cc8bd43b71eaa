import { abbreviationName } from "./linters/abbreviation-name.js";
import { camelCase } from "./linters/camel-case.js";
import { emitEachSelector, emitNoneSelector } from "./linters/emit-selector.js";
import { inputOutputStructureReuse } from "./linters/input-output-structure-reuse.js";
import type { Linter } from "./linters/linter.js";
import { missingClientOptionalTrait } from "./linters/missing-client-optional-trait.js";
import { missingPaginatedTrait } from "./linters/missing-paginated-trait.js";
import { missingSensitiveTrait } from "./linters/missing-sensitive-trait.js";
import { noninclusiveTerms } from "./linters/noninclusive-terms.js";
import { repeatedShapeName, stutteredShapeName } from "./linters/repeated-shape-name.js";
import { reservedWords } from "./linters/reserved-words.js";
import { shouldHaveUsedTimestamp } from "./linters/should-have-used-timestamp.js";
import { standardOperationVerb } from "./linters/standard-operation-verb.js";
import { unreferencedShape } from "./linters/unreferenced-shape.js";

/** The validators that a model can configure, by name. */
export const linters: ReadonlyMap<string, Linter> = new Map(
  [
    abbreviationName,
    camelCase,
    emitEachSelector,
    emitNoneSelector,
    inputOutputStructureReuse,
    missingClientOptionalTrait,
    missingPaginatedTrait,
    missingSensitiveTrait,
    noninclusiveTerms,
    repeatedShapeName,
    reservedWords,
    shouldHaveUsedTimestamp,
    standardOperationVerb,
    stutteredShapeName,
    unreferencedShape,
  ].map((linter) => [linter.name, linter]),
);
