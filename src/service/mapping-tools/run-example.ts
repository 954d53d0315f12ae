import type { Finding } from '../../domain/decision.ts';
import { Fault } from '../../domain/fault.ts';
import { type JsonDifference, jsonDifferences } from '../../domain/json-differences.ts';
import { firstLineDifference, type LineDifference } from '../../domain/line-difference.ts';
import type { InMapping, OutMapping } from '../../mapping/language/mapping-set.ts';
import { fileForm } from './file-form.ts';
import type { MappingExample } from './list-examples.ts';
import { readByMapping } from './read-by-mapping.ts';
import { readDocumentFile, readOneDocument } from './read-document.ts';
import { shownText } from './shown-text.ts';

/** What became of an example. It passes where nothing is told. */
export interface ExampleResult {
  mapping: string;
  example: string;
  /** Why it cannot be tried at all. */
  problem: string | null;
  /** Errors of the file that goes in, or of the document that is written. */
  findings: Finding[];
  /** In: fields that are not as expected. */
  fields: JsonDifference[];
  /** Out: the first line that is not as expected. */
  line: LineDifference | null;
}

export function hasPassed({ problem, findings, fields, line }: ExampleResult): boolean {
  return problem === null && findings.length === 0 && fields.length === 0 && line === null;
}

/** Tries one example: what comes out has to be what is expected, and nothing may be refused. `timeZone`: the site's. */
export function runExample(mapping: InMapping | OutMapping, example: MappingExample, timeZone?: string): ExampleResult {
  const result: ExampleResult = {
    ...{ mapping: mapping.name, example: example.folder },
    ...{ problem: null, findings: [], fields: [], line: null },
  };
  const { given, expected } = example;
  if (given === undefined || expected === undefined) {
    const missing = given === undefined ? 'in.*' : 'expected.*';
    return { ...result, problem: `There is no file ${missing} in it.` };
  }
  const at = { given: `${example.folder}/${given.name}`, expected: `${example.folder}/${expected.name}` };
  try {
    return mapping.direction === 'in'
      ? { ...result, ...comparedIn(mapping, { ...given, at: at.given }, { ...expected, at: at.expected }, timeZone) }
      : { ...result, ...comparedOut(mapping, { ...given, at: at.given }, expected.bytes) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { ...result, findings: findingsOf(error) };
  }
}

interface Given {
  name: string;
  bytes: Uint8Array;
  /** For people. */
  at: string;
}

function comparedIn(mapping: InMapping, given: Given, expected: Given, timeZone?: string): Partial<ExampleResult> {
  const { documents, findings } = readByMapping(mapping, given, timeZone);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { findings: errors };
  const wanted = readDocumentFile(expected.bytes, expected.at, mapping.document);
  const made = fileForm(documents.map(({ content }) => content));
  return { fields: jsonDifferences(fileForm(wanted.documents), JSON.parse(JSON.stringify(made))) };
}

function comparedOut(mapping: OutMapping, given: Given, expected: Uint8Array): Partial<ExampleResult> {
  const made = mapping.write(readOneDocument(given.bytes, given.at, mapping.document));
  if (Buffer.from(made).equals(expected)) return {};
  const { encoding } = mapping.target;
  const line = firstLineDifference(shownText(expected, encoding), shownText(made, encoding));
  if (line !== undefined) return { line };
  return { problem: 'The text is the same, and its bytes are not: the encoding or a byte order mark differs.' };
}

function findingsOf(fault: Fault): Finding[] {
  if ('findings' in fault) return [...(fault.findings as readonly Finding[])];
  const { code, message, hint, at } = fault;
  return [{ code, severity: 'error', message, hint, ...(at === undefined ? {} : { at }) }];
}
