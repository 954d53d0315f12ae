import { didYouMean } from '../../../domain/did-you-mean.ts';
import { sayWanted } from '../../../formats/yaml/say-wanted.ts';
import { alternative, hasType, pathText, type SchemaNode, type YamlPath } from '../../../formats/yaml/schema-node.ts';
import { whereKeyBelongs } from './where-key-belongs.ts';

/** Notes what is wrong: at the key of a path, or at its value. */
export type Report = (path: YamlPath, at: 'key' | 'value', message: string, hint: string) => void;

/** Says of every part of a value what the schema of mapping files does not allow there. */
export function checkShape(value: unknown, node: SchemaNode, path: YamlPath, report: Report): void {
  const type = typeOf(value);
  const isOpen = node.type === undefined && node.anyOf === undefined;
  if (type === undefined || !(isOpen || hasType(node, type))) {
    report(path, 'value', `${named(path)} has to be ${wanted(node)}; it is ${shown(value)}.`, hintOf(node, value));
    return;
  }
  const own = alternative(node, type);
  if (own === undefined) return;
  if (Array.isArray(value)) checkList(value, own, path, report);
  else if (typeof value === 'object' && value !== null) checkGroup(value as Record<string, unknown>, own, path, report);
  else checkScalar(value as string | number | boolean, own, path, report);
}

function checkList(values: readonly unknown[], node: SchemaNode, path: YamlPath, report: Report): void {
  if (values.length === 0 && (node.minItems ?? 0) > 0) {
    report(
      path,
      'key',
      `${named(path)} is an empty list.`,
      `Give at least one entry. ${node.description ?? ''}`.trim(),
    );
  }
  if (node.items === undefined) return;
  for (const [index, entry] of values.entries()) checkShape(entry, node.items, [...path, index], report);
}

function checkGroup(values: Readonly<Record<string, unknown>>, node: SchemaNode, path: YamlPath, report: Report): void {
  const keys = Object.keys(values);
  const properties = node.properties ?? {};
  for (const key of keys) {
    const known = Object.hasOwn(properties, key) ? properties[key] : node.additionalProperties;
    if (known === false) report([...path, key], 'key', ...unknownKey(key, path, Object.keys(properties)));
    else if (typeof known === 'object') checkShape(values[key], known, [...path, key], report);
  }
  for (const key of node.required ?? []) {
    if (Object.hasOwn(values, key)) continue;
    const hint = `Add "${key}:" here. ${properties[key]?.description ?? ''}`.trim();
    report(path, 'key', `"${key}" is missing ${under(path)}.`, hint);
  }
  const most = node.maxProperties ?? Number.POSITIVE_INFINITY;
  if (keys.length === 0 && (node.minProperties ?? 0) > 0)
    report(path, 'value', `${named(path)} is empty.`, hintOf(node, values));
  else if (keys.length > most) {
    const hint = 'Several stand in a list, each in braces of its own: [{ one: … }, { other: … }].';
    report([...path, keys[1] ?? ''], 'key', `${named(path)} has ${keys.length} names; it may have one.`, hint);
  }
}

function checkScalar(value: string | number | boolean, node: SchemaNode, path: YamlPath, report: Report): void {
  if (node.enum !== undefined && !node.enum.includes(value)) {
    const choices = node.enum.map(String);
    const meant = didYouMean(String(value), choices);
    const hint = `${meant === undefined ? '' : `Did you mean "${meant}"? `}Possible are: ${choices.map((one) => (one === ' ' ? '" "' : one)).join(', ')}.`;
    report(path, 'value', `${named(path)} is ${shown(value)}, which is not possible here.`, hint);
  } else if (!fits(value, node)) {
    report(path, 'value', `${named(path)} is ${shown(value)}, which does not fit.`, hintOf(node, value));
  }
}

function fits(value: string | number | boolean, node: SchemaNode): boolean {
  if (typeof value === 'number') return value >= (node.minimum ?? value) && value <= (node.maximum ?? value);
  if (typeof value !== 'string') return true;
  const length = [...value].length;
  if (length < (node.minLength ?? 0) || length > (node.maxLength ?? length)) return false;
  return node.pattern === undefined || new RegExp(node.pattern, 'u').test(value);
}

function unknownKey(key: string, path: YamlPath, known: readonly string[]): [string, string] {
  const message = `There is no key "${key}" ${under(path)}.`;
  const belongs = whereKeyBelongs(key, path);
  if (belongs !== undefined) return [message, belongs];
  const meant = didYouMean(key, known);
  return [message, meant === undefined ? `The keys here are ${known.join(', ')}.` : `Did you mean "${meant}"?`];
}

function under(path: YamlPath): string {
  if (path.length === 0) return 'at the top of the file';
  return typeof path.at(-1) === 'number' && path.at(-2) === 'rows' ? 'in this row' : `under ${pathText(path)}`;
}

function named(path: YamlPath): string {
  const last = path.at(-1);
  if (last === undefined) return 'The file';
  return typeof last === 'number' ? pathText(path.slice(-2)) : `"${last}"`;
}

function wanted(node: SchemaNode): string {
  return node.anyOf === undefined ? sayWanted(node) : node.anyOf.map(sayWanted).join(', or ');
}

function hintOf(node: SchemaNode, value: unknown): string {
  if (typeof value === 'string' && hasType(node, 'boolean')) return 'Write true or false, without quotation marks.';
  const pattern =
    node.pattern?.startsWith('^[a-z0-9]+') === true
      ? 'Small letters and digits, joined by dashes: sales-order-xml. '
      : '';
  return `${pattern}${node.description ?? node.anyOf?.[0]?.description ?? 'The reference of mapping files lists what may stand here.'}`;
}

function typeOf(value: unknown): string | undefined {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'undefined' ? undefined : typeof value;
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of keys';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
