import type { Transition } from './file-status.table.ts';

/** Where an output rests across a restart. `staged`: its bytes lie durably in the staging folder, its row is committed. */
export const DELIVERY_STATUSES = {
  staged: { final: false },
  retrying: { final: false },
  stopped: { final: false },
  delivered: { final: false },
  confirmed: { final: true },
  withdrawn: { final: true },
  handled: { final: true },
} as const;
export type DeliveryStatus = keyof typeof DELIVERY_STATUSES;

/** `{ from, event, to, by, guard, effects }` of a delivery (architecture 4). */
export const DELIVERY_TRANSITIONS = [
  { from: 'staged', event: 'hand-over', to: 'delivered', by: 'path', guard: null, effects: [] },
  { from: 'staged', event: 'fail', to: 'retrying', by: 'path', guard: 'transient', effects: ['retry-later'] },
  { from: 'staged', event: 'withdraw', to: 'withdrawn', by: 'path', guard: null, effects: ['remove-staging'] },
  { from: 'retrying', event: 'hand-over', to: 'delivered', by: 'path', guard: null, effects: [] },
  { from: 'retrying', event: 'fail', to: 'retrying', by: 'path', guard: 'transient', effects: ['retry-later'] },
  { from: 'retrying', event: 'give-up', to: 'stopped', by: 'path', guard: 'attempts-used-up', effects: ['alert'] },
  { from: 'retrying', event: 'withdraw', to: 'withdrawn', by: 'path', guard: null, effects: ['remove-staging'] },
  // What is sent again is a delivery of its own, with an id of its own; the one that was given up ends.
  {
    from: 'stopped',
    event: 'resend',
    to: 'withdrawn',
    by: 'operator',
    guard: null,
    effects: ['deliver-anew', 'remove-staging'],
  },
  { from: 'stopped', event: 'handle', to: 'handled', by: 'operator', guard: null, effects: ['remove-staging'] },
  { from: 'stopped', event: 'withdraw', to: 'withdrawn', by: 'path', guard: null, effects: ['remove-staging'] },
  { from: 'delivered', event: 'confirm', to: 'confirmed', by: 'receiver', guard: null, effects: [] },
  {
    from: 'delivered',
    event: 'withdraw',
    to: 'withdrawn',
    by: 'path',
    guard: 'still-there',
    effects: ['remove-output'],
  },
  { from: 'delivered', event: 'handle', to: 'handled', by: 'operator', guard: null, effects: [] },
] as const satisfies readonly Transition<DeliveryStatus>[];
