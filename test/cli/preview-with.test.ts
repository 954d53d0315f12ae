import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { invoiceFile, once, siteWithWorld } from '../support/run-in-process.ts';
import { dropFile } from '../support/site.ts';
import { commandLineOf } from './command-line-of.ts';

const DEAR = invoiceFile({ lines: [{ sku: 'A-100', quantity: '10', price: '104.00' }] });

async function site() {
  const made = await siteWithWorld();
  await writeFile(join(made.dir, 'dear.xml'), DEAR);
  return { made, dear: join(made.dir, 'dear.xml'), ordrebro: commandLineOf(made) };
}

describe('preview --with', () => {
  it('says in words what changes, and ends as the tried settings would', async () => {
    const { dear, ordrebro } = await site();
    const as = await ordrebro('preview', dear);
    expect([as.code, as.text.includes('4 Outside tolerance'), as.text.includes('as set')]).toEqual([1, true, false]);
    const { code, text } = await ordrebro('preview', dear, '--with', 'company.tolerancePercent=5');
    expect(code).toBe(0);
    const [, compared] = text.split('\n\nWith\n');
    expect(compared).toBe(
      [
        '  company.tolerancePercent=5 (now 2)',
        '',
        'What that changes for supplier-invoice preview',
        '  decision  as set               with',
        '  outcome   Held                 Accepted',
        '  status    4 Outside tolerance  1 Completed by automatic matching',
        '  no longer:',
        '    - Order line 1001/1 is outside tolerance: the invoice has 1040.00, the order 1000.00; allowed is',
        '      20.80 (mappings/site.yaml company.tolerancePercent).',
        '',
        'Nothing was written.',
      ].join('\n'),
    );
    expect((await ordrebro('preview', dear, '--with', 'company.toleranceAmount=60')).text).toContain(
      'nothing changes: still decided by OUTSIDE_TOLERANCE (mappings/site.yaml company.tolerancePercent)\n',
    );
  });

  it('gives both decisions and the changes as JSON', async () => {
    const { dear, ordrebro } = await site();
    const { code, text } = await ordrebro('preview', dear, '--with', 'supplier.tolerancePercent=5', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(text)).toMatchObject({
      ok: true,
      data: {
        decisions: [{ status: '4' }],
        with: {
          settings: [{ setting: 'supplier.tolerancePercent', value: '5' }],
          decisions: [{ status: '1' }],
          changes: [{ asSet: { status: '4' }, with: { status: '1' }, reasonsGone: [{ code: 'OUTSIDE_TOLERANCE' }] }],
        },
      },
    });
  });

  it('looks at a kept invoice, and at one thing only', async () => {
    const { made, dear, ordrebro } = await site();
    await dropFile(made, 'invoices', 'dear.xml', DEAR);
    await once(made);
    const kept = await ordrebro('preview', '--document', '50001/F-1', '--with', 'company.tolerancePercent=5');
    expect([kept.code, kept.text.includes('4 Outside tolerance  1 Completed')]).toEqual([0, true]);
    for (const words of [[], [dear, '--document', '50001/F-1']])
      expect((await ordrebro('preview', ...words)).code).toBe(2);
  });

  it('a wrong setting is wrong use, with what was probably meant', async () => {
    const { dear, ordrebro } = await site();
    const { code, text } = await ordrebro('preview', dear, '--with', 'company.tolerencePercent=5');
    expect(code).toBe(2);
    expect(text).toContain('Did you mean "tolerancePercent"?');
  });
});
