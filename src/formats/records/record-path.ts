/** One step on the way from the top of a file to its records: a name, or any. */
export interface RecordStep {
  /** null: any namespace. */
  namespace: string | null;
  /** null: any name (`*`). */
  name: string | null;
}

/** A path that is none: what is wrong, for people. */
export class NoRecordPath extends Error {}

const STEP = /\s*(?:'([^']*)'|(?:([^\s/:'[\]@]+):)?([^\s/:'[\]@]+))\s*(\/|$)/y;

/**
 * The steps of `each` of a format: names with slashes, `*` for any name, names with blanks in quotes. Prefixes are those
 * of the mapping; a name without one has no namespace, or that of the empty prefix, or any where the mapping declares
 * none. Throws `NoRecordPath`.
 */
export function recordSteps(each: string, namespaces: Readonly<Record<string, string>>): RecordStep[] {
  const text = each.trim();
  const steps: RecordStep[] = [];
  STEP.lastIndex = text.startsWith('/') ? 1 : 0;
  do {
    const at = STEP.lastIndex;
    const [, quoted, prefix, plain, next] = STEP.exec(text) ?? [];
    const name = quoted ?? plain;
    if (name === undefined || name === '' || name === '.' || name === '..')
      throw new NoRecordPath(
        `"${each}" is no path of records: at column ${at + 1} a name should stand. It is made of names with slashes, * for any name, and has no conditions or attributes.`,
      );
    const any = quoted === undefined && name === '*';
    steps.push({ namespace: namespaceOf(prefix, any, namespaces), name: any ? null : name });
    if (next === '') return steps;
  } while (STEP.lastIndex > 0);
  return steps;
}

function namespaceOf(
  prefix: string | undefined,
  any: boolean,
  namespaces: Readonly<Record<string, string>>,
): string | null {
  if (prefix !== undefined) {
    const declared = Object.hasOwn(namespaces, prefix) ? namespaces[prefix] : undefined;
    if (declared !== undefined) return declared;
    throw new NoRecordPath(
      `The prefix "${prefix}" is not declared under namespaces: ${Object.keys(namespaces).join(', ') || 'nothing'} is.`,
    );
  }
  if (any || Object.keys(namespaces).length === 0) return null;
  return Object.hasOwn(namespaces, '') ? (namespaces[''] ?? '') : '';
}

/** Is an element of this name what a step names? */
export function isStep(step: RecordStep | undefined, element: { namespace: string; name: string }): boolean {
  return (
    step !== undefined &&
    (step.name === null || step.name === element.name) &&
    (step.namespace === null || step.namespace === element.namespace)
  );
}
