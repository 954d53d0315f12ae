import { ublInvoice } from '../../support/ubl-invoice.ts';
import { makeSite, type TestSite } from '../../support/site.ts';
import { campaignSettings } from '../campaign.ts';
import { type Drop, drop } from '../load/drop.ts';
import { worldFile } from '../load/load-files.ts';

/** A site with the five files of the fault campaigns: master data with an order, a match, the same bytes again, an unknown order, half a file. */
export async function fiveFiles(under?: string): Promise<{ site: TestSite; drops: Drop[] }> {
  const settings = campaignSettings();
  const site = await makeSite(under === undefined ? { settings } : { settings, under });
  const lines = [{ sku: 'A-100', quantity: '10', price: '100.00' }];
  const matched = ublInvoice({ family: 'peppol-bis-3', kind: 'invoice', number: 'F-1', orderRef: '1001', lines });
  const unknown = ublInvoice({ family: 'ehf-2', kind: 'invoice', number: 'F-2', orderRef: '9999', lines });
  const files = [
    worldFile(),
    { channel: 'invoices', name: 'matched.xml', content: matched },
    { channel: 'invoices', name: 'same-again.xml', content: matched },
    { channel: 'invoices', name: 'unknown-order.xml', content: unknown },
    { channel: 'invoices', name: 'half.xml', content: unknown.slice(0, 1500) },
  ];
  const drops: Drop[] = [];
  for (const file of files) drops.push(await drop(site, file));
  return { site, drops };
}
