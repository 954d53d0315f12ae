import type { InboxName, OutboxName } from './settings.generated.ts';

/**
 * The channels of a site (contract 2). Inboxes stand in the order in which `run --once` empties them: what says how
 * things are before what happens to them.
 */
const INBOXES = {
  visma: true,
  epack: true,
  'visma-refusals': true,
  bank: true,
  invoices: true,
  commands: true,
} as const satisfies Record<InboxName, true>;

const OUTBOXES = {
  visma: true,
  epack: true,
  suppliers: true,
  acknowledgements: true,
} as const satisfies Record<OutboxName, true>;

export const INBOX_NAMES = Object.keys(INBOXES) as readonly InboxName[];
export const OUTBOX_NAMES = Object.keys(OUTBOXES) as readonly OutboxName[];

/** Every channel once: some go both ways under one name. */
export const CHANNEL_NAMES: readonly (InboxName | OutboxName)[] = [...new Set([...INBOX_NAMES, ...OUTBOX_NAMES])];
