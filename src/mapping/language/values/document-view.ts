import { decimal, isDecimalText } from '../../../domain/decimal.ts';
import { DecimalValue } from './decimal-value.ts';
import { type Asked, ObjectView } from './object-view.ts';

/**
 * A value of a canonical document as an expression sees it: objects by name, whole numbers, texts, flags, lists. null
 * and texts of only blanks are nothing. A number that is not whole becomes an exact decimal of its shortest text.
 */
export function documentView(value: unknown): unknown {
  return viewOf(value, { count: 0 });
}

function viewOf(value: unknown, asked: Asked): unknown {
  if (value instanceof ObjectView || typeof value === 'boolean' || typeof value === 'bigint') return value;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'number') return numberView(value);
  if (Array.isArray(value)) return value.map((entry) => viewOf(entry, asked)).filter((entry) => entry !== undefined);
  if (typeof value !== 'object' || value === null) return undefined;
  const properties = value as Readonly<Record<string, unknown>>;
  const find = (name: string) => (Object.hasOwn(properties, name) ? viewOf(properties[name], asked) : undefined);
  return new ObjectView(find, undefined, asked);
}

function numberView(value: number): unknown {
  if (Number.isSafeInteger(value)) return BigInt(value);
  const text = String(value);
  return isDecimalText(text) ? new DecimalValue(decimal(text)) : text;
}
