import type { Reason } from './decision.ts';

/** Why nothing is done: reasons, the first of which names the refusal. */
export interface Refusal {
  refused: readonly [Reason, ...Reason[]];
}

/** Was it refused? */
export function isRefusal(outcome: object): outcome is Refusal {
  return 'refused' in outcome;
}

/** A refusal with one reason. */
export function refuse(code: Reason['code'], more: Omit<Reason, 'code'> = {}): Refusal {
  return { refused: [{ code, ...more }] };
}
