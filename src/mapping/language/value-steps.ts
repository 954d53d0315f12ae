import type { Finding } from '../../domain/decision.ts';
import type { Place } from '../../domain/documents.generated.ts';
import type { FaultCode } from '../../domain/fault.table.ts';
import type { Converter, Lookup, MappingFormat } from '../../domain/mapping-file.generated.ts';
import type { XmlElement } from '../../formats/xml/xml-tree.ts';
import { compiledExpression } from './values/compiled-expression.ts';
import { converterStep } from './values/converter-step.ts';
import { elementView } from './values/element-view.ts';
import { lookupStep } from './values/lookup-step.ts';
import { readLookupTable } from './values/lookup-table.ts';

/** What a step knows beside the value. */
export interface StepContext {
  format: MappingFormat;
  /** The currency that amounts without another one are in; absent where the document states none. */
  currency?: string;
  /** The site's zone, as Europe/Oslo: of times that are written without one. */
  timeZone?: string;
  /** In only: where the value stands. */
  element?: XmlElement;
}

export type StepValue = string | number | boolean;

/** Why a value is refused: what is wrong, with the value, and what to do. A warning leaves the value out. Without a code it is VALUE_INVALID, as a warning VALUE_UNUSABLE. */
export interface StepRefusal {
  refused: string;
  hint: string;
  severity?: 'warning';
  code?: FaultCode;
}

/** A value, nothing, or why it is refused. */
export type StepResult = { value: StepValue } | { nothing: true } | StepRefusal;

/** One converter or look-up with its arguments. Never throws. */
export interface ValueStep {
  /** As people know it: `decimal`, `lookup units`. */
  name: string;
  /** The document is understood without this value: stated twice and differently, it is left out with a warning. */
  informs?: boolean;
  /** What the file has to what the document has. */
  in(value: StepValue, context: StepContext): StepResult;
  /** What the document has to what the file has. */
  out(value: StepValue, context: StepContext): StepResult;
}

/** Faults of a declaration come back in words: the caller knows the place in the mapping file. `at`: where in a table of look-ups. */
export type Compiled<T> = { made: T } | { problem: string; hint: string; at?: Place };

/** One table of mappings/lookups, as it lies there. */
export interface LookupTable {
  file: string;
  columns: readonly string[];
  /** The line in the file, as many values as there are columns, and the column where each begins; both counts from 1. */
  rows: readonly { line: number; values: readonly string[]; starts: readonly number[] }[];
}

/** What an expression sees. */
export interface ExpressionScope {
  /** The object at hand. */
  source: unknown;
  record: unknown;
  /** Out only: the whole document. */
  document?: unknown;
  /** In only: the file that is read. */
  file?: { name: string };
  /** Which entry of the innermost list is being filled, from 1; left out: there is none. */
  position?: number;
}

export interface Expression {
  /** It names nothing of the file: its value is always this one, and nobody needs to ask. */
  constant?: StepValue;
  /** Every path that it names, with where that begins in its text (from 0): source.lines, document.deliveryId. */
  paths: readonly { names: readonly string[]; start: number }[];
  /** Never throws. `missing`: the name that was not there. */
  evaluate(
    scope: ExpressionScope,
  ): { value: StepValue } | { nothing: true; missing?: string } | { refused: string; hint: string };
}

/** An expression, or what is wrong with it; the column counts from 1 in its text, lines in `line` where it has several. */
export type CompiledExpression =
  | { made: Expression }
  | { problem: string; hint: string; column?: number; line?: number };

/** A converter with its arguments. For `out` a converter without an inverse is a problem. */
export function compileConverter(
  converter: Converter,
  format: MappingFormat,
  direction: 'in' | 'out',
): Compiled<ValueStep> {
  return converterStep(converter, format, direction);
}

/** A look-up in one of `tables` (by name): in from its first column to its second, out the other way, unless columns are named. */
export function compileLookup(
  lookup: string | Lookup,
  tables: ReadonlyMap<string, LookupTable>,
  direction: 'in' | 'out',
): Compiled<ValueStep> {
  return lookupStep(lookup, tables, direction);
}

/** A table of mappings/lookups, or everything that is wrong with it. `file`: the path from the site's folder. */
export function parseLookupTable(file: string, text: string): { table?: LookupTable; findings: Finding[] } {
  return readLookupTable(file, text);
}

/**
 * An expression (CEL). A condition is true or false, a value a text, a number or a flag. In a mapping in, `decimal()`
 * reads numbers as the file writes them (`format`); in a mapping out numbers are the document's own.
 */
export function compileExpression(
  text: string,
  kind: 'value' | 'condition',
  mapping: { direction: 'in' | 'out'; format: MappingFormat },
): CompiledExpression {
  return compiledExpression(text, kind, mapping);
}

/** An element as an expression sees it: children and attributes by name, as texts; a repeated child is a list. Made only where an expression asks for it. `read` takes what it asks for. */
export function expressionView(
  element: XmlElement,
  read?: (element: XmlElement, attribute: string | null) => void,
): unknown {
  return elementView(element, read);
}
