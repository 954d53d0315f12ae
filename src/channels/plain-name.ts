/** No separator of any system, no drive or stream colon, no NUL. */
const PLAIN = /^[^/\\:\0]+$/;

/**
 * Joins a folder and a name that we built ourselves from a safe alphabet. A name that could lead out of the
 * folder is a defect of ours, never a fault of the world: it throws before anything is touched.
 */
export function plainName(name: string): string {
  if (!PLAIN.test(name) || name === '.' || name === '..')
    throw new Error(`not a plain file name: ${JSON.stringify(name)}`);
  return name;
}
