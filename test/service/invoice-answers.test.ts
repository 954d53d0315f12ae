import { describe, expect, it } from 'vitest';
import { PROCESSING_ACTIONS } from '../../src/rules/order-match/processings/allowed-processings.ts';
import type { InvoiceAction } from '../../src/service/operator-action.ts';
import { performAction } from '../../src/service/operator-actions.ts';
import { runSite } from '../../src/service/run-site.ts';
import { type Language, LANGUAGES, TEXTS } from '../../src/texts/text.ts';
import { invoiceFile, once, siteWithWorld } from '../support/run-in-process.ts';
import { dropFile, type TestSite } from '../support/site.ts';

/** What a command about an invoice answers: whole in one language, the site's own unless another is asked for. */

const ACTOR = { user: 'kari', reason: 'agreed with the supplier' };
const OUTSIDE = invoiceFile({ lines: [{ sku: 'A-100', quantity: '10', price: '130.00' }] });

async function norwegianSite(): Promise<TestSite> {
  const site = await siteWithWorld({
    site: { name: 'Test', timeZone: 'Europe/Oslo', language: 'nb', currency: 'NOK' },
  });
  await dropFile(site, 'invoices', 'f1.xml', OUTSIDE);
  await once(site);
  return site;
}

async function answer(site: TestSite, action: InvoiceAction['action'], language?: Language): Promise<string> {
  const { message } = await performAction(site.dir, { action, key: '50001/F-1' }, ACTOR, null, language);
  return message.replace(/(?<=(?:[Ff]aktura|factuur|Invoice) )[a-z]*\d[a-z\d]*/, 'KEY');
}

describe('answers about supplier invoices', () => {
  it.each(LANGUAGES)('have a sentence for every action in %s', (language) => {
    expect(Object.keys(TEXTS[language]['done'] ?? {})).toEqual(expect.arrayContaining([...PROCESSING_ACTIONS]));
  });

  it('are in the language of the site, refusals too', async () => {
    const site = await norwegianSite();
    expect(await answer(site, 'invoice-match')).toBe(
      'Faktura KEY er avgjort på nytt: status er 4 (Utenfor toleransegrense). Resultatet sier det samme som før, og sendes ikke på nytt.',
    );
    expect(await answer(site, 'invoice-update')).toBe(
      'Verdiene fra faktura KEY er skrevet til ordren: status er 2 (Pågår).',
    );
    expect(await answer(site, 'invoice-reject')).toBe('Faktura KEY er avvist: status er 6 (Avvist).');
    expect(await answer(site, 'invoice-reject')).toBe(
      'En faktura med status 6 kan ikke avvises igjen: den er avvist allerede.',
    );
  });

  it('are in the language that is asked for, by a daemon too', async () => {
    const site = await norwegianSite();
    expect(await answer(site, 'invoice-match', 'nl')).toBe(
      'Over factuur KEY is opnieuw beslist: de status is 4 (Buiten de tolerantie). Het resultaat zegt wat het al zei en wordt niet opnieuw verzonden.',
    );
    const abort = new AbortController();
    const ready = Promise.withResolvers<void>();
    const daemon = runSite({
      ...{ site: site.dir, once: false, now: null, logLevel: 'info', signal: abort.signal },
      onReady: () => ready.resolve(),
    });
    await ready.promise;
    expect(await answer(site, 'invoice-reject', 'en')).toBe('Invoice KEY is rejected: its status is 6 (Rejected).');
    abort.abort();
    await daemon;
  });
});
