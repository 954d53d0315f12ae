import BigJs from 'big.js';
import { isJsonObject, JsonNumber, type JsonValue } from '../../formats/json/json-value.ts';

/** The part of JSON Schema that our document schemas use; they have no references (schemas.generated.ts). */
export interface Schema {
  type?: string | readonly string[];
  format?: string;
  properties?: Readonly<Record<string, Schema>>;
  items?: Schema;
}

/**
 * Turns parsed JSON into plain values as the schema wants them: a number becomes text where the schema says decimal
 * (its digits as written), and a number elsewhere. Nothing is checked here: what does not fit is left for validation.
 */
export function plainValues(value: JsonValue, schema: Schema | undefined): unknown {
  if (value instanceof JsonNumber) return plainNumber(value, schema);
  if (Array.isArray(value)) return value.map((entry) => plainValues(entry, schema?.items));
  if (!isJsonObject(value)) return value;
  const plain: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const known =
      schema?.properties !== undefined && Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    const entry = plainValues(value[name] as JsonValue, known);
    if (name === '__proto__') Object.defineProperty(plain, name, { value: entry, enumerable: true });
    else plain[name] = entry;
  }
  return plain;
}

function plainNumber({ text }: JsonNumber, schema: Schema | undefined): unknown {
  if (schema?.format === 'decimal') return decimalFromNumber(text);
  const number = Number(text);
  // What becomes an integer (or infinite) only by rounding it to a number stays text, which no integer field takes.
  if (!Number.isFinite(number)) return text;
  return Number.isInteger(number) && !isExactly(number, text) ? text : number;
}

/** 1.0 and 1e1 are the integers 1 and 10; 1.00000000000000000001 and 9007199254740993 are not what a number makes of them. */
function isExactly(integer: number, text: string): boolean {
  if (!Number.isSafeInteger(integer)) return false;
  return String(integer) === text || new BigJs(text).eq(String(integer));
}

const EXPONENT = /[eE]([+-]?\d+)$/;
/** Beyond it nobody writes an amount, and the digits would fill the memory. */
const MOST_DIGITS = 40;

/** Programs may write a small number as 1e-7: that is the same number, written out exactly. */
function decimalFromNumber(text: string): string {
  const exponent = EXPONENT.exec(text)?.[1];
  if (exponent === undefined || Math.abs(Number(exponent)) > MOST_DIGITS) return text;
  return new BigJs(text).toFixed();
}
