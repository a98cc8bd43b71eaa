import { mkdir, readdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { reasonOf } from "@tinsmith/values";

import { FileError, type JsonFile, readJsonFile } from "../json/json-file.js";
import { type Fixture, fixtureSchema } from "./fixture.js";

/** A fixture and the file that it is from. */
export interface FixtureFile extends JsonFile<Fixture> {
  /** The name of the file in its folder. */
  readonly name: string;
}

/**
 * Reads the fixtures of a folder: all its `.json` files, by their names, numbers in them by value.
 *
 * @throws FileError with `file:line:column` where a file holds something else, or there is none
 */
export const readFixtures = async (folder: string): Promise<readonly FixtureFile[]> => {
  const names = await namesIn(folder);
  if (names.length === 0) throw new FileError(`${folder} holds no fixtures.`);
  return Promise.all(
    names.map(async (name) => {
      const file = await readJsonFile("fixture", join(folder, name), fixtureSchema);
      return { ...file, name };
    }),
  );
};

/**
 * Makes a folder ready for a new recording.
 *
 * @throws FileError where it holds fixtures: none is ever overwritten, or mixed with others
 */
export const prepareFolder = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new FileError(`Cannot make the folder ${folder}: ${reasonOf(error)}.`, { cause: error });
  }
  const [first] = await namesIn(folder);
  if (first === undefined) return;
  throw new FileError(
    `${folder} holds ${first} already: remove what was recorded before, or name another folder.`,
  );
};

/** Writes a fixture; the file is there as a whole or not at all, and its owner's alone. */
export const writeFixture = async (
  folder: string,
  number: number,
  fixture: Fixture,
): Promise<void> => {
  const name = `${String(number).padStart(4, "0")}.${fixture.operation}.json`;
  // Drafts have no `.json` at their end: nobody reads them.
  const draft = join(folder, `${name}.${process.pid}.tmp`);
  await writeFile(draft, `${JSON.stringify(fixture, undefined, 2)}\n`, { mode: 0o600 });
  await rename(draft, join(folder, name));
};

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && entry.name.endsWith(".json"))
      .map(({ name }) => name)
      .sort((left, right) => left.localeCompare(right, "en", { numeric: true }));
  } catch (error) {
    throw new FileError(`Cannot read the folder ${folder}: ${reasonOf(error)}.`, { cause: error });
  }
};
