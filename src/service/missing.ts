import { Fault } from '../domain/fault.ts';

/** For what was there a moment ago, when its key was looked up, and is gone now. */
export function missing(kind: string, key: string): never {
  throw new Fault('NOT_FOUND', `there is no ${kind} with the key "${key}"`, {
    hint: `"ordrebro list ${kind}" shows the keys.`,
  });
}
