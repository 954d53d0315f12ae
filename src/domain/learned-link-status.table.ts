import type { LearnedLink } from './documents.generated.ts';
import type { Transition } from './file-status.table.ts';

/** Where a learned link rests: its first use is held for a person until it is confirmed (order-match.md 21). */
export const LEARNED_LINK_STATUSES = {
  unconfirmed: { final: false },
  confirmed: { final: false },
  revoked: { final: true },
} as const satisfies Record<LearnedLink['status'], { final: boolean }>;
export type LearnedLinkStatus = keyof typeof LEARNED_LINK_STATUSES;

/** `{ from, event, to, by, guard, effects }` of a learned link (architecture 4). */
export const LEARNED_LINK_TRANSITIONS = [
  { from: 'unconfirmed', event: 'confirm', to: 'confirmed', by: 'operator', guard: null, effects: [] },
  { from: 'confirmed', event: 'confirm', to: 'confirmed', by: 'operator', guard: null, effects: [] },
  { from: 'unconfirmed', event: 'revoke', to: 'revoked', by: 'operator', guard: null, effects: ['list-touched'] },
  { from: 'confirmed', event: 'revoke', to: 'revoked', by: 'operator', guard: null, effects: ['list-touched'] },
] as const satisfies readonly Transition<LearnedLinkStatus>[];
