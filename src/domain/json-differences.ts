/** One place at which two JSON values are not alike; undefined: there is nothing in that one. */
export interface JsonDifference {
  /** `lines[0].unit`; empty: the values as a whole. */
  path: string;
  before: unknown;
  after: unknown;
}

/** Every place at which two JSON values differ, in the order of the first one: the smallest pieces that are not alike. */
export function jsonDifferences(before: unknown, after: unknown, path = ''): JsonDifference[] {
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) =>
      jsonDifferences(before[index], after[index], `${path}[${index}]`),
    ).flat();
  }
  if (isObject(before) && isObject(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) =>
      jsonDifferences(own(before, name), own(after, name), path === '' ? name : `${path}.${name}`),
    );
  }
  return Object.is(before, after) ? [] : [{ path, before, after }];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(value: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}
