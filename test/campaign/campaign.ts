import type { NeedName } from './needs.table.ts';

/** What one campaign found. `notes`: what else is worth a line, for example how often a fault was really hit. */
export interface CampaignOutcome {
  runs: number;
  violations: string[];
  notes: string[];
}

/** One row of the campaign table (reliability.md). */
export interface Campaign {
  id: string;
  title: string;
  /** How many runs in full, and with `--quick`. */
  runs: { full: number; quick: number };
  needs: readonly NeedName[];
  /** A negative control must be caught, and by one of these promises: otherwise it proves nothing. */
  caughtBy?: readonly string[];
  run(order: CampaignOrder): Promise<CampaignOutcome>;
}

/** What a campaign is asked for. */
export interface CampaignOrder {
  runs: number;
  seed: number;
  /** Sites in which something was violated are left where they are, to be looked at. */
  keepEvidence: boolean;
  /** A line of progress, for a person who watches. */
  say(line: string): void;
}

/** Channel settings under which a campaign does not wait for the patience that a real installation needs. */
export function campaignSettings(more: { ackWaitMs?: number } = {}): Record<string, unknown> {
  const channel = {
    settleMs: 100,
    rescanMs: 250,
    stuckMs: 1500,
    ackWaitMs: more.ackWaitMs ?? 60_000,
    retry: { firstMs: 50, factor: 2, maxMs: 500, attempts: 50 },
  };
  const names = ['epack', 'visma', 'invoices', 'bank', 'suppliers', 'acknowledgements'];
  return { channels: Object.fromEntries(names.map((name) => [name, channel])) };
}
