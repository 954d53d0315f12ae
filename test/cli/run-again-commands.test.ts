import { describe, expect, it } from 'vitest';
import { invoiceFile, once, siteWithWorld } from '../support/run-in-process.ts';
import { dropFile, writeSettings } from '../support/site.ts';
import { commandLineOf } from './command-line-of.ts';

const NARROW = { company: { tolerancePercent: '0', orderProcessing: { automaticReceipt: true } } };
const WIDE = { company: { tolerancePercent: '20', orderProcessing: { automaticReceipt: true } } };

async function siteThatWaits() {
  const made = await siteWithWorld(NARROW);
  await dropFile(
    made,
    'invoices',
    'f1.xml',
    invoiceFile({ lines: [{ sku: 'A-100', quantity: '10', price: '110.00' }] }),
  );
  await once(made);
  return { made, ordrebro: commandLineOf(made) };
}

describe('invoice affected, invoice match --affected', () => {
  it('say in words what would come out otherwise, and what did', async () => {
    const { made, ordrebro } = await siteThatWaits();
    expect(await ordrebro('invoice', 'affected')).toEqual({
      code: 0,
      text: '0 of 1 waiting invoice would come out otherwise.\n\nNothing was written.',
    });
    const tried = await ordrebro('invoice', 'affected', '--with', 'company.tolerancePercent=20');
    expect(tried.text).toContain('1 of 1 waiting invoice would come out otherwise with company.tolerancePercent=20.');
    expect(tried.text).toContain('4 Outside tolerance -> 1 Completed by automatic matching');
    expect(tried.text).toContain('no longer:\n    - Order line 1001/1 is outside tolerance');
    await writeSettings(made, WIDE);
    const done = await ordrebro('invoice', 'match', '--affected', '--reason', 'wider tolerance', '--user', 'kari');
    expect([done.code, done.text]).toEqual([
      0,
      expect.stringContaining('1 invoices were matched again; 1 came out otherwise.'),
    ]);
  });

  it('as JSON', async () => {
    const { ordrebro } = await siteThatWaits();
    const { text } = await ordrebro('invoice', 'affected', '--with', 'company.tolerancePercent=20', '--json');
    expect(JSON.parse(text)).toMatchObject({
      ok: true,
      data: { looked: 1, affected: [{ invoiceNo: 'F-1', statusNow: 4, statusThen: 1, otherFigures: true }] },
    });
  });

  it.each([[['--affected', '--all']], [[]]])('refuse what is not clear: %s', async (words) => {
    const { ordrebro } = await siteThatWaits();
    const { code } = await ordrebro('invoice', 'match', ...words, '--reason', 'x', '--user', 'kari');
    expect(code).toBe(2);
  });
});
