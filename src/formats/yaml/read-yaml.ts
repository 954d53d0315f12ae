import { type Document, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Finding } from '../../domain/decision.ts';
import type { Place } from '../../domain/documents.generated.ts';
import type { FaultCode } from '../../domain/fault.table.ts';
import { characterOffset } from './character-offset.ts';
import { plainValue, type Positions, type Reader } from './plain-value.ts';
import { pathText, type SchemaNode, type YamlPath } from './schema-node.ts';
import { yamlFindings } from './yaml-findings.ts';

/** What a YAML file says, and where each key and value of it stands. */
export interface YamlValues {
  value: unknown;
  /** Place of a key, or of an entry of a list; the nearest one above where the path is not in the file. */
  place(path: YamlPath): Place;
  /** Place of the value at a path, or of a character inside its text (from 0); of the key where there is no value. */
  valuePlace(path: YamlPath, character?: number): Place;
  /** Does the file itself say something at this path? */
  says(path: string): boolean;
  findings: Finding[];
  /** False where the text is no YAML: then the value says nothing. */
  readable: boolean;
}

/** What a kind of file allows, and which fault its findings are. */
export interface YamlReading {
  code: FaultCode & ('SETTINGS_INVALID' | 'MAPPING_INVALID');
  /** May a value be a reference (`*name`) to one that is written elsewhere in the file (`&name`)? */
  references: boolean;
}

const SETTINGS: YamlReading = { code: 'SETTINGS_INVALID', references: false };

/**
 * Reads YAML into plain values, guided by the schema: where a text or a decimal is wanted, what stands there is
 * taken as it is written (`organisationNo: 0991` keeps its zero, `tolerancePercent: 2.50` never becomes a binary
 * float), and a group or list with nothing under it is as good as left out.
 */
export function readYaml(text: string, fileName: string, schema: SchemaNode, reading = SETTINGS): YamlValues {
  const lines = new LineCounter();
  const positions: Positions = new Map();
  const place = (offset: number, path: YamlPath): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: fileName, line, column: col, ...(path.length > 0 ? { path: pathText(path) } : {}) };
  };
  const refusal = (offset: number, path: YamlPath, message: string, hint: string): Finding => ({
    code: reading.code,
    severity: 'error',
    message,
    hint,
    at: place(offset, path),
  });
  const find = (path: YamlPath, which: 'key' | 'value', character = 0): Place => {
    for (let length = path.length; length > 0; length -= 1) {
      const found = positions.get(pathText(path.slice(0, length)));
      if (found === undefined) continue;
      if (length < path.length || which === 'key') return place(found.key, path);
      const raw = character === 0 ? '' : text.slice(found.value, found.end);
      return place(found.value + (character === 0 ? 0 : characterOffset(raw, character)), path);
    }
    return place(0, path);
  };
  const document = parsed(text, lines);
  const unreadable = (findings: Finding[]): YamlValues => ({ ...answer, value: null, findings, readable: false });
  const answer = {
    place: (path: YamlPath) => find(path, 'key'),
    valuePlace: (path: YamlPath, character?: number) => find(path, 'value', character),
    says: (path: string) => positions.has(path),
  };
  if (document === undefined) {
    const hint = 'No file needs more than a few levels: look for a bracket that is written many times.';
    return unreadable([refusal(0, [], 'The file has too many levels inside each other.', hint)]);
  }
  if (document.errors.some((error) => error.code !== 'DUPLICATE_KEY')) {
    return unreadable(
      yamlFindings(text, document.errors, (offset, message, hint) => refusal(offset, [], message, hint)),
    );
  }
  const findings: Finding[] = [];
  const reader: Reader = {
    document,
    positions,
    references: reading.references,
    values: 0,
    isEndless: false,
    lineOf: (offset) => lines.linePos(offset).line,
    refuse: (...said) => findings.push(refusal(...said)),
  };
  const { contents } = document;
  const isEmpty = contents === null || (isScalar(contents) && contents.value === null);
  const value = isEmpty ? null : plainValue(reader, contents, schema, []);
  return { ...answer, value, findings, readable: !reader.isEndless };
}

/** Undefined where the text has so many levels that no parser gets through. */
function parsed(text: string, lines: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, strict: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
