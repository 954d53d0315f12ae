import type { Finding } from '../../../domain/decision.ts';
import type { Place } from '../../../domain/documents.generated.ts';
import type { MappingFile } from '../../../domain/mapping-file.generated.ts';
import { readYaml } from '../../../formats/yaml/read-yaml.ts';
import { pathText, type YamlPath } from '../../../formats/yaml/schema-node.ts';
import { checkHead } from './check-head.ts';
import { checkShape, type Report } from './check-shape.ts';
import { MAPPING_NODE } from './mapping-node.ts';
import { type PlacedRow, placedRows } from './placed-row.ts';

/** A mapping file as it was written, before its paths, converters and expressions are looked at. */
export interface ParsedMapping {
  file: string;
  text: string;
  /** The head of the file, without what is wrong in it. */
  content: Readonly<MappingFile>;
  /** The rows that have no fault of their own. */
  rows: readonly PlacedRow[];
  /** Nothing was found in the file: no row is left out. */
  sound: boolean;
  /** Where a key of the head stands. */
  place(path: YamlPath): Place;
  /** Where a value of the head stands, or a character in its text (from 0). */
  valuePlace(path: YamlPath, character?: number): Place;
}

/** Also a file that cannot be read as YAML has a name, by which it takes the place of a shipped one. */
const NAME = /^(?:mapping|part):[ \t]*["']?([\w-]+)/m;

/** The name of a mapping or part as it is written in a text, whatever else is wrong with it. */
export function writtenName(text: string): string | undefined {
  return NAME.exec(text)?.[1];
}

/**
 * Reads a mapping file: YAML, its schema, and which keys go with which. Everything that is wrong is reported at once, each
 * with file, line and column and what to do. Undefined where the text says nothing at all. Never throws for any text.
 */
export function parseMapping(file: string, text: string): { mapping: ParsedMapping; findings: Finding[] } {
  const yaml = readYaml(text.startsWith('\uFEFF') ? text.slice(1) : text, file, MAPPING_NODE, {
    code: 'MAPPING_INVALID',
    references: true,
  });
  const findings = [...yaml.findings];
  const wrong: YamlPath[] = [];
  const report: Report = (path, at, message, hint) => {
    wrong.push(path);
    findings.push({
      code: 'MAPPING_INVALID',
      severity: 'error',
      message,
      hint,
      at: placeIn(file, at === 'key' ? yaml.place(path) : yaml.valuePlace(path)),
    });
  };
  const isGroup = typeof yaml.value === 'object' && yaml.value !== null && !Array.isArray(yaml.value);
  if (!yaml.readable || !isGroup) {
    if (yaml.readable) report([], 'value', 'The file says nothing that a mapping says.', EMPTY_HINT);
    return { mapping: nameless(file, text), findings };
  }
  checkShape(yaml.value, MAPPING_NODE, [], report);
  const content = yaml.value as MappingFile;
  const isFaulty = (row: YamlPath): boolean => wrong.some((path) => isOwnFault(path, row));
  const isTold = new Set(wrong.filter(({ length }) => length === 1).map(([key]) => key));
  for (const path of [...wrong]) if (path[0] !== 'rows') leaveOut(yaml.value as Record<string, unknown>, path);
  checkHead(content, isTold, report);
  const rows = placedRows(content.rows, ['rows'], { content, yaml, isFaulty, report });
  return {
    mapping: {
      file,
      text,
      content,
      rows,
      sound: findings.length === 0,
      valuePlace: (path, character) => placeIn(file, yaml.valuePlace(path, character)),
      place: (path) => placeIn(file, yaml.place(path)),
    },
    findings: inOrder(findings),
  };
}

const EMPTY_HINT = 'Begin it with "mapping:" and its name; the shipped files are examples.';

function placeIn(file: string, { line = 1, column = 1 }: Place): Place {
  return { file, line, column };
}

/** Takes what is wrong out of the head, so that the rest can be looked at: the key itself, or one of the group that it is in. */
function leaveOut(content: Record<string, unknown>, [key, inner]: YamlPath): void {
  const group = content[key ?? ''];
  if (inner !== undefined && typeof group === 'object' && group !== null)
    delete (group as Record<string, unknown>)[inner];
  else delete content[key ?? ''];
}

/** Is the fault one of this row itself, and not only of a row below it? */
function isOwnFault(path: YamlPath, row: YamlPath): boolean {
  const isInside = path.length > row.length && row.every((step, index) => path[index] === step);
  return isInside && (path[row.length] !== 'rows' || path.length === row.length + 1);
}

function nameless(file: string, text: string): ParsedMapping {
  const name = writtenName(text);
  const content: MappingFile = { ...(name === undefined ? {} : { mapping: name }), rows: [] };
  return {
    file,
    text,
    content,
    rows: [],
    sound: false,

    valuePlace: () => ({ file, line: 1, column: 1 }),
    place: () => ({ file, line: 1, column: 1 }),
  };
}

function inOrder(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  const once = findings.filter(({ at, message }) => {
    const key = `${pathText([at?.line ?? 0, at?.column ?? 0])} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
  return once.sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0));
}
