import { describe, expect, it } from 'vitest';
import { invoiceFile, once, siteWithWorld } from '../support/run-in-process.ts';
import { dropFile, readOutbox } from '../support/site.ts';
import { commandLineOf } from './command-line-of.ts';

const DEAR = [{ sku: 'A-100', quantity: '10', price: '140.00' }];
const NOON = '2026-11-21T12:00:00.000Z';

/** A site where the same number came twice with different content, each in a file of its own. */
async function siteWithTwins() {
  const site = await siteWithWorld();
  await dropFile(site, 'invoices', 'first.xml', invoiceFile({ lines: DEAR }));
  await once(site, NOON);
  await dropFile(site, 'invoices', 'second.xml', invoiceFile({ lines: [{ ...DEAR[0]!, price: '150.00' }] }));
  await once(site, '2026-11-21T12:05:00.000Z');
  const ordrebro = commandLineOf(site);
  const rows = JSON.parse((await ordrebro('list', 'supplier-invoice', '--json')).text).data as {
    key: string;
    fileName?: string;
  }[];
  const keyOf = (file: string) => rows.find(({ fileName }) => fileName === file)?.key ?? '';
  return { site, ordrebro, first: keyOf('first.xml'), second: keyOf('second.xml') };
}

describe('a number that two invoices have', () => {
  it('is answered with both: file, arrival, status, what it repeats, and what to type', async () => {
    const { ordrebro, first, second } = await siteWithTwins();
    expect(first).not.toBe('');
    const { code, text } = await ordrebro('show', 'supplier-invoice', '50001/F-1');
    expect(code).toBe(1);
    const lines = text.split('\n').map((line) => line.trim().replace(/ {2,}/g, ' | '));
    expect(lines[0]).toBe('error AMBIGUOUS_KEY: "50001/F-1" fits more than one supplier-invoice:');
    expect(lines[1]).toBe('key | file | arrived | status | duplicate of');
    expect(lines).toContain(`${first} | first.xml | 2026-11-21 13:00:00 | 4 Outside tolerance`);
    expect(lines.find((line) => line.startsWith(`${second} | second.xml | 2026-11-21 13:05:00 | `))).toMatch(
      new RegExp(` \\| ${first}$`),
    );
    expect(text).toContain('Type the key of the one that is meant in place of "50001/F-1"');
    expect((await ordrebro('show', 'supplier-invoice', second)).code).toBe(0);
  });

  it('stands in the list with its file; one that nobody shares does not', async () => {
    const { ordrebro, site } = await siteWithTwins();
    await dropFile(site, 'invoices', 'third.xml', invoiceFile({ number: 'F-3', lines: DEAR }));
    await once(site, '2026-11-21T12:10:00.000Z');
    const rows = (await ordrebro('list', 'supplier-invoice')).text.split('\n');
    expect(rows[0]).toMatch(/status +file$/);
    expect(rows.filter((row) => /(first|second)\.xml$/.test(row))).toHaveLength(2);
    expect(rows.filter((row) => row.includes('third.xml'))).toEqual([]);
  });
});

describe('what went out about an invoice', () => {
  it('stands on its page with the keys that delivery resend takes', async () => {
    const { ordrebro, site, first } = await siteWithTwins();
    const shown = JSON.parse((await ordrebro('show', 'supplier-invoice', first, '--json')).text).data;
    expect(
      shown.deliveries.map(({ document, folder }: Record<string, string>) => `${document} ${folder}`).sort(),
    ).toEqual(['acknowledgement acknowledgements', 'order-match-result visma']);
    const page = (await ordrebro('show', 'supplier-invoice', first)).text.split('\nSent\n')[1] ?? '';
    for (const { id, name } of shown.deliveries) expect(page).toMatch(new RegExp(`${name} .*Delivered +${id}`));
    const result = shown.deliveries.find(({ folder }: { folder: string }) => folder === 'visma');
    expect((await ordrebro('delivery', 'resend', result.id, '--reason', 'lost')).code).toBe(0);
    const names = (await readOutbox(site, 'visma')).map(({ name }) => name);
    expect(names.filter((name) => name.endsWith('.r2.json'))).toHaveLength(1);
    const after = JSON.parse((await ordrebro('show', 'supplier-invoice', first, '--json')).text).data;
    expect(after.deliveries.at(-1).name).toMatch(/\.r2\.json$/);
  });

  it('is shown one by one in local time and in the words of the language', async () => {
    const { ordrebro, first } = await siteWithTwins();
    const shown = JSON.parse((await ordrebro('show', 'supplier-invoice', first, '--json')).text).data;
    const [{ id }] = shown.deliveries;
    const { text } = await ordrebro('show', 'delivery', id, '--lang', 'nb');
    expect(text).toMatch(/^Levering /);
    expect(text).toMatch(/levert +2026-11-21 13:00:0\d\n/);
    expect(text).not.toContain('12:00:00');
  });

  it('is found where a delivery is asked for by the number of its invoice', async () => {
    const { ordrebro } = await siteWithTwins();
    const { code, text } = await ordrebro('delivery', 'resend', '50001/F-1', '--reason', 'lost');
    expect(code).toBe(1);
    expect(text).toContain('"ordrebro list delivery" shows the keys');
  });
});
