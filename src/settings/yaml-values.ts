import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { Finding } from '../domain/decision.ts';
import type { Place } from '../domain/documents.generated.ts';
import { misplacedLine } from './misplaced-line.ts';
import { INDENTATION_ERRORS, YAML_HINTS } from './yaml-hint.table.ts';
import { hasType, pathText, type SettingNode, type SettingPath } from './setting-node.ts';

/** What a YAML file says, and where each key and value of it stands. */
export interface YamlValues {
  value: unknown;
  /** Place of a key, or of an entry of a list; the nearest one above where the path is not in the file. */
  place(path: SettingPath): Place;
  /** Place of the value at a path; of the key where there is no value. */
  valuePlace(path: SettingPath): Place;
  /** Does the file itself say something at this path? */
  says(path: string): boolean;
  findings: Finding[];
  /** False where the text is no YAML: then the value says nothing. */
  readable: boolean;
}

/** Offsets of keys and values by path. */
type Offsets = Map<string, { key: number; value: number }>;

/**
 * Reads YAML into plain values, guided by the schema: where a text or a decimal is wanted, what stands there is
 * taken as it is written (`organisationNo: 0991` keeps its zero, `tolerancePercent: 2.50` never becomes a binary
 * float), and a group or list with nothing under it is as good as left out.
 */
export function readYaml(text: string, fileName: string, schema: SettingNode): YamlValues {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, strict: true });
  const offsets: Offsets = new Map();
  const place = (offset: number, path: SettingPath): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: fileName, line, column: col, ...(path.length > 0 ? { path: pathText(path) } : {}) };
  };
  const find = (path: SettingPath, which: 'key' | 'value'): Place => {
    for (let length = path.length; length > 0; length -= 1) {
      const found = offsets.get(pathText(path.slice(0, length)));
      if (found !== undefined) return place(found[length === path.length ? which : 'key'], path);
    }
    return place(0, path);
  };
  const readable = document.errors.every((error) => error.code === 'DUPLICATE_KEY');
  const findings = readable ? [] : yamlFindings(text, fileName, document.errors, (offset) => place(offset, []));
  const reader: Reader = {
    offsets,
    lineOf: (offset) => lines.linePos(offset).line,
    refuse: (offset, path, message, hint) => findings.push(fault(message, hint, place(offset, path))),
  };
  const { contents } = document;
  const isEmpty = contents === null || (isScalar(contents) && contents.value === null);
  const value = !readable || isEmpty ? null : plainValue(reader, contents, schema, []);
  return {
    value,
    place: (path) => find(path, 'key'),
    valuePlace: (path) => find(path, 'value'),
    says: (path) => offsets.has(path),
    findings,
    readable,
  };
}

interface Reader {
  offsets: Offsets;
  lineOf: (offset: number) => number;
  refuse: (offset: number, path: SettingPath, message: string, hint: string) => void;
}

function plainValue(reader: Reader, node: unknown, schema: SettingNode | undefined, path: SettingPath): unknown {
  if (isMap(node)) {
    const value: Record<string, unknown> = {};
    for (const pair of node.items) addPair(reader, value, pair, schema, path);
    return value;
  }
  if (isSeq(node)) {
    return node.items.map((entry, index) => {
      const entryPath = [...path, index];
      const offset = (entry as { range?: [number] } | null)?.range?.[0] ?? node.range?.[0] ?? 0;
      reader.offsets.set(pathText(entryPath), { key: offset, value: offset });
      return plainValue(reader, entry, schema?.items, entryPath);
    });
  }
  if (isAlias(node)) {
    reader.refuse(
      node.range?.[0] ?? 0,
      path,
      `${pathText(path)} is a reference (*${node.source}), which settings do not have.`,
      'Write the value itself.',
    );
    return undefined;
  }
  return isScalar(node) ? scalarValue(node, schema) : emptyValue(schema);
}

function addPair(
  reader: Reader,
  into: Record<string, unknown>,
  pair: unknown,
  schema: SettingNode | undefined,
  path: SettingPath,
): void {
  if (!isPair(pair) || !isScalar(pair.key)) return;
  const key = String(pair.key.value);
  const keyPath = [...path, key];
  const keyOffset = pair.key.range?.[0] ?? 0;
  const valueOffset = (pair.value as { range?: [number] } | null)?.range?.[0] ?? keyOffset;
  const first = reader.offsets.get(pathText(keyPath));
  if (first !== undefined) {
    const line = reader.lineOf(first.key);
    reader.refuse(
      keyOffset,
      keyPath,
      `The key "${key}" stands here a second time; the first is in line ${line}.`,
      `Write the values in line ${line}${isMap(pair.value) ? ' and below it, and remove this block' : ', and remove this one'}.`,
    );
    return;
  }
  reader.offsets.set(pathText(keyPath), { key: keyOffset, value: valueOffset });
  const child =
    schema?.properties !== undefined && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
  const value = plainValue(reader, pair.value, child, keyPath);
  Object.defineProperty(into, key, { value, enumerable: true, writable: true, configurable: true });
}

function scalarValue(node: { value: unknown; source?: string }, schema: SettingNode | undefined): unknown {
  if (node.value === null) return emptyValue(schema);
  const isWritten = typeof node.value === 'number' || typeof node.value === 'boolean';
  if (isWritten && hasType(schema, 'string')) return node.source ?? String(node.value);
  return node.value;
}

function emptyValue(schema: SettingNode | undefined): unknown {
  if (hasType(schema, 'object')) return {};
  if (hasType(schema, 'array')) return [];
  return null;
}

/** Faults of indentation are told as the line that somebody wrote; what the parser says of the lines around it is noise then. */
function yamlFindings(
  text: string,
  file: string,
  errors: readonly YAMLError[],
  place: (offset: number) => Place,
): Finding[] {
  const misplaced = errors.some(({ code }) => INDENTATION_ERRORS.has(code)) ? misplacedLine(text) : undefined;
  if (misplaced === undefined) return errors.map((error) => yamlFinding(error, place(error.pos[0])));
  const { message, hint, line, column } = misplaced;
  const others = errors.filter(({ code }) => code !== 'DUPLICATE_KEY' && !INDENTATION_ERRORS.has(code));
  return [
    fault(message, hint, { file, line, column }),
    ...others.map((error) => yamlFinding(error, place(error.pos[0]))),
  ];
}

function yamlFinding(error: YAMLError, at: Place): Finding {
  const hint = YAML_HINTS[error.code] ?? 'Compare the line with an example; indentation is made of spaces.';
  return fault(`This is not YAML: ${error.message.replace(/\.?$/, '.')}`, hint, at);
}

function fault(message: string, hint: string, at: Place): Finding {
  return { code: 'SETTINGS_INVALID', severity: 'error', message, hint, at };
}
