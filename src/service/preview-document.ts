import type { ReadDocument } from '../domain/decision.ts';
import { findKey } from './find-key.ts';
import { mappingsForReading } from './mappings-for-reading.ts';
import { missing } from './missing.ts';
import { openSite } from './open-site.ts';
import { compareDecisions } from './preview-comparison.ts';
import { previewDecision } from './preview-decision.ts';
import type { Preview } from './preview-file.ts';
import { systemClock } from './system-clock.ts';
import { whatIf } from './what-if.ts';
import type { SupplierInvoiceContent } from '../rules/order-match/order-match-facts.ts';

/** The mapping of a document whose file is not kept any more. */
const NOT_KNOWN = { name: 'none', version: '0' };

/**
 * A supplier invoice that is kept, decided on today's facts as if it came now: "would it pass with …" of what waits.
 * The mapping is the one that understood its file.
 * `asked`: its key as reading commands take it. Rejects with `Fault` (NOT_FOUND, AMBIGUOUS_KEY, WRONG_USE, SITE_NOT_FOUND).
 */
export async function previewDocument(
  site: string,
  asked: string,
  options: { with?: string[]; now?: string },
): Promise<Preview> {
  const opened = await openSite(site);
  try {
    const changes = options.with ?? [];
    const tried = changes.length === 0 ? null : await whatIf(site, opened.settings, changes);
    const key = await findKey(opened.ledger, 'supplier-invoice', asked);
    const stored = (await opened.ledger.document('supplier-invoice', key)) ?? missing('supplier-invoice', key);
    const { invoice } = stored.content as SupplierInvoiceContent;
    const file = stored.fileId === null ? undefined : await opened.ledger.file(stored.fileId);
    const document: ReadDocument = { kind: 'supplier-invoice', key, content: invoice, at: {} };
    const now = systemClock(options.now ?? null).now();
    const { set, findings } = await mappingsForReading(site);
    const decide = (conditions: Pick<NonNullable<typeof tried>, 'settings' | 'supplier'>) =>
      previewDecision(document, opened.ledger, { ...conditions, now, set });
    const asSet = [await decide({ settings: opened.settings, supplier: {} })];
    const other = tried === null ? [] : [await decide(tried)];
    return {
      ...{ channel: 'invoices', mapping: file?.mapping ?? NOT_KNOWN },
      ...{ findings, duplicateOf: null, documents: [document], decisions: asSet },
      with:
        tried === null ? null : { settings: tried.tried, decisions: other, changes: compareDecisions(asSet, other) },
    };
  } finally {
    await opened.close();
  }
}
