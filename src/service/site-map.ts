import { join } from 'node:path';
import type { InboxName, OutboxName, SiteSettings } from '../domain/settings.generated.ts';

/** What a person wants to know when the daemon is ready: where to drop what, and where the answers appear. */
export interface ReadyInfo {
  siteName: string;
  inboxes: { channel: string; path: string; takes: string }[];
  outboxes: { folder: string; path: string }[];
  recovered: number;
}

/** What each inbox takes today, in the words of a person who has a file in hand. */
const TAKES: Partial<Record<InboxName, string>> = {
  invoices: 'supplier invoices and credit notes: EHF 2.0, PEPPOL BIS 2.0, PEPPOL BIS Billing 3.0 (XML)',
  visma: 'suppliers, customers, products, delivery alternatives, purchase orders (JSON, or as a mapping reads them)',
};

const SHOWN_OUTBOXES: readonly OutboxName[] = ['visma', 'acknowledgements'];

/** Describes the folders of a site. */
export function describeSite(site: string, settings: SiteSettings, recovered: number): ReadyInfo {
  const inboxes = (Object.entries(TAKES) as [InboxName, string][])
    .filter(([channel]) => settings.channels[channel].enabled)
    .map(([channel, takes]) => ({ channel, path: join(site, 'inbox', channel), takes }));
  const outboxes = SHOWN_OUTBOXES.map((folder) => ({ folder, path: join(site, 'outbox', folder) }));
  return { siteName: settings.site.name, inboxes, outboxes, recovered };
}
