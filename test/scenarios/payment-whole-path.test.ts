import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OrderMatchResult } from '../../src/domain/documents.generated.ts';
import { openSite } from '../../src/service/open-site.ts';
import { baseWorld, canonicalFile } from '../support/base-world.ts';
import { emptySite, invoiceFile, once } from '../support/run-in-process.ts';
import { dropFile, readAcks, readOutbox, type TestSite } from '../support/site.ts';
import type { UblSpec } from '../support/ubl-spec.ts';

/** Scenario group Y of the catalogue, told in words there: real files through the whole path of a real site. */

const LOOKUP = `entity,code,vismaTerms,dueDateType,days
*,30,30,fixed-days,30
*,30EOM,30M,end-of-month,30
`;

interface Case {
  name: string;
  /** What the supplier's file says besides the base world's. */
  file?: Record<string, unknown>;
  invoice?: Partial<UblSpec>;
  status: 1 | 8;
  reasons: Record<string, unknown>[];
  /** Of every link. */
  link: { kid: string | null; dueDate: string | null };
}

const EARLIER = (expected: string, actual: string, days: string, terms: string) => ({
  code: 'DUE_DATE_EARLIER_ON_INVOICE',
  ...{ at: 'due-date', expected, actual, allowed: terms, days, setting: 'supplier 50001 paymentTerms' },
});

const THIRTY = { paymentTerms: '30' };
const END_OF_MONTH = { paymentTerms: '30EOM' };
const DECEMBER = { kid: null, dueDate: '2026-12-02' };

const CASES: readonly Case[] = [
  { name: 'Y01: terms equal', file: THIRTY, status: 1, reasons: [], link: DECEMBER },
  {
    name: 'Y03: due earlier than the terms give',
    file: THIRTY,
    invoice: { dueDate: '2026-11-16' },
    status: 1,
    reasons: [EARLIER('2026-12-02', '2026-11-16', '-16', '30')],
    link: { kid: null, dueDate: '2026-11-16' },
  },
  {
    name: 'Y05: no due date',
    file: THIRTY,
    invoice: { dueDate: null },
    status: 1,
    reasons: [],
    link: { kid: null, dueDate: null },
  },
  ...[
    ['2027-01-31', '2027-03-31'],
    ['2027-02-01', '2027-03-31'],
    ['2028-01-30', '2028-02-29'],
  ].map(
    ([issueDate = '', dueDate = '']): Case => ({
      name: `Y10: end of month, ${issueDate}`,
      file: END_OF_MONTH,
      invoice: { issueDate, dueDate },
      status: 1,
      reasons: [],
      link: { kid: null, dueDate },
    }),
  ),
  {
    name: 'Y10: a day before the end of the month',
    file: END_OF_MONTH,
    invoice: { issueDate: '2028-01-30', dueDate: '2028-02-28' },
    status: 1,
    reasons: [EARLIER('2028-02-29', '2028-02-28', '-1', '30EOM')],
    link: { kid: null, dueDate: '2028-02-28' },
  },
  ...['123456782', '123456785'].map(
    (kid): Case => ({
      name: `Y11: KID ${kid}`,
      file: { kidRequired: true },
      invoice: { kid },
      status: 1,
      reasons: [],
      link: { ...DECEMBER, kid },
    }),
  ),
  {
    name: 'a wrong KID',
    invoice: { kid: '123456789' },
    status: 8,
    reasons: [{ code: 'KID_INVALID', at: 'kid', expected: 'mod10/mod11', actual: '123456789' }],
    link: { ...DECEMBER, kid: '123456789' },
  },
  {
    name: 'Y12: no KID where the supplier requires one',
    file: { kidRequired: true },
    status: 8,
    reasons: [{ code: 'KID_MISSING', at: 'kid', setting: 'supplier 50001 kidRequired' }],
    link: DECEMBER,
  },
  { name: 'Y13: no KID where none is required', status: 1, reasons: [], link: DECEMBER },
  {
    name: "Y15: an account that is not the supplier's",
    invoice: { account: '10005011227' },
    status: 8,
    reasons: [
      {
        code: 'BANK_ACCOUNT_CHANGED',
        at: 'account',
        expected: '86011117947',
        actual: '10005011227',
        setting: 'supplier 50001 bankAccounts',
      },
    ],
    link: DECEMBER,
  },
  {
    name: 'the account on file, as IBAN',
    invoice: { account: 'NO93 8601 1117 947' },
    status: 1,
    reasons: [],
    link: DECEMBER,
  },
  {
    name: 'no account on file',
    file: { bankAccounts: [] },
    status: 1,
    reasons: [
      {
        code: 'NO_BANK_ACCOUNT_ON_FILE',
        at: 'account',
        actual: '86011117947',
        setting: 'supplier 50001 bankAccounts',
      },
    ],
    link: DECEMBER,
  },
  {
    name: 'terms that the lookup does not know',
    file: { paymentTerms: '45' },
    status: 1,
    reasons: [
      {
        code: 'PAYMENT_TERMS_UNKNOWN',
        at: 'payment-terms',
        actual: '45',
        setting: 'mappings/lookups/payment-terms.csv',
      },
    ],
    link: DECEMBER,
  },
];

async function siteOf(file: Record<string, unknown>, settings: Record<string, unknown> = {}): Promise<TestSite> {
  const site = await emptySite(settings);
  await mkdir(join(site.dir, 'mappings', 'lookups'), { recursive: true });
  await writeFile(join(site.dir, 'mappings', 'lookups', 'payment-terms.csv'), LOOKUP);
  const world = baseWorld().flatMap(({ documents }) => documents);
  const changed = world.map((one) => (one.document === 'supplier' ? { ...one, ...file } : one));
  await dropFile(site, 'visma', 'world.json', canonicalFile(changed));
  return site;
}

async function resultOf(site: TestSite, content: string): Promise<OrderMatchResult> {
  await dropFile(site, 'invoices', 'invoice.xml', content);
  expect(await once(site)).toMatchObject({ failed: 0, rejected: 0 });
  const [output] = await readOutbox(site, 'visma');
  return output?.content as unknown as OrderMatchResult;
}

describe('payment conditions, due date, KID and account', () => {
  it.each(CASES)('$name', async ({ file, invoice, status, reasons, link }) => {
    const site = await siteOf(file ?? {});
    const result = await resultOf(site, invoiceFile(invoice));
    expect(result.reasons).toEqual(reasons);
    expect(result.status.code).toBe(status);
    expect(result.receipt === null).toBe(status === 8);
    expect(result.links.map(({ kid, dueDate }) => ({ kid, dueDate }))).toEqual([link]);
    const [answer] = (await readAcks(site)).get('invoice.xml') ?? [];
    expect(answer).toMatchObject({
      outcome: status === 1 ? 'accepted' : 'held',
      documents: [{ status: String(status), reasons }],
    });
  });

  it.each(['peppol-bis-2', 'ehf-2'] as const)(
    'Y15 and Y03 of %s, where both stand with the means of payment',
    async (family) => {
      const site = await siteOf(THIRTY);
      const result = await resultOf(site, invoiceFile({ family, dueDate: '2026-11-16', account: '10005011227' }));
      expect(result.reasons.map(({ code }) => code)).toEqual(['BANK_ACCOUNT_CHANGED', 'DUE_DATE_EARLIER_ON_INVOICE']);
    },
  );

  it('an unknown account is never received, not even in part, and somebody is told', async () => {
    const processing = { automaticReceipt: true, noPartialReceipt: false };
    const site = await siteOf({}, { company: { tolerancePercent: '2', orderProcessing: processing } });
    const result = await resultOf(site, invoiceFile({ account: '10005011227' }));
    expect([result.status.code, result.receipt]).toEqual([8, null]);
    const open = await openSite(site.dir);
    expect((await open.ledger.openAlerts()).map(({ code }) => code)).toEqual(['BANK_ACCOUNT_CHANGED']);
    await open.close();
  });

  it('a payee whom the supplier does not know is held, and one on file is not', async () => {
    const payee =
      '<cac:PayeeParty><cac:PartyName><cbc:Name>Nordisk Faktoring AS</cbc:Name></cac:PartyName></cac:PayeeParty>';
    const content = invoiceFile().replace('<cac:PaymentMeans>', `${payee}<cac:PaymentMeans>`);
    const held = await resultOf(await siteOf({}), content);
    expect(held).toMatchObject({ status: { code: 8 }, receipt: null, reasons: [{ code: 'PAYEE_UNKNOWN' }] });
    const known = await resultOf(await siteOf({ payees: ['Nordisk Faktoring AS'] }), content);
    expect(known).toMatchObject({ status: { code: 1 }, reasons: [] });
  });

  it('a missing KID is 7 where the site makes it mandatory', async () => {
    const site = await siteOf({ kidRequired: true }, { orderMatch: { mandatoryValues: ['kid'] } });
    const result = await resultOf(site, invoiceFile());
    expect(result.status.code).toBe(7);
    expect(result.reasons.map(({ code }) => code)).toEqual(['MISSING_VALUE', 'KID_MISSING']);
  });
});
