import { describe, expect, it } from 'vitest';
import { DOCUMENT_SCHEMAS } from '../../../src/domain/schemas.generated.ts';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { isDecimalText } from '../../../src/domain/decimal.ts';
import type { Change } from '../../../src/domain/decision.ts';
import { confirmed, confirmLearned } from '../../../src/rules/order-match/learned/confirm-learned.ts';
import { aliasKeys, aliasOf } from '../../../src/rules/order-match/learned/learned-alias.ts';
import { revoke } from '../../../src/rules/order-match/learned/revoke-learned.ts';
import { invoice } from '../invoice-in-words.ts';
import { keptAfter, learnedLink, line, taught } from './learned-world.ts';

const events = (changes: readonly Change[]) =>
  changes.map((change) =>
    change.change === 'audit' ? change.event : change.change === 'put-document' ? `put ${change.key}` : change.change,
  );

describe('what an item is known by', () => {
  it.each([
    ["the supplier's number first", { sku: ' X-1 ', gtin: '7038010000010', buyer: 'Q' }, 'sellers-item-id x-1'],
    ['the GTIN without its zeros', { sku: ' ', gtin: '07038010000010' }, 'standard-item-id 7038010000010'],
    ['another standard number as it is', { sku: '', gtin: '00AB', scheme: 'CV' }, 'standard-item-id 00ab'],
    ['our own number', { sku: '', buyer: 'P 0100' }, 'buyers-item-id p 0100'],
    ['zeros and dashes of a number count', { sku: '0010-A' }, 'sellers-item-id 0010-a'],
    ['the name with its unit', { sku: '', name: '  Blå   Penn 0,5 ' }, 'name blå penn 0,5 H87'],
    ['never by name where there is a number', { sku: 'X-1', name: 'Penn' }, 'sellers-item-id x-1'],
  ])('%s', (_says, words, expected) => {
    const alias = aliasOf(line(words));
    expect([alias?.by, alias?.alias, alias?.unit].filter((part) => part !== undefined).join(' ')).toBe(expected);
  });

  it('nothing, where the line says nothing', () => {
    expect(aliasOf({ ...line({ sku: '' }), name: ' ' })).toBeUndefined();
  });

  it('is looked up once for each item of an invoice, and never meets another way of naming', () => {
    const lines = [{ sku: 'x-1' }, { sku: 'X-1' }, { sku: '', gtin: 'x-1', scheme: 'CV' }, { sku: '', name: 'X-1' }];
    const document = invoice({ ref: '1001', lines: lines.map((one) => ({ q: '1', pr: '1.00', ...one })) });
    expect(aliasKeys(document, '50001')).toEqual([
      '50001|sellers-item-id|x-1',
      '50001|standard-item-id|x-1',
      '50001|name|x-1|H87',
    ]);
  });
});

describe('learning', () => {
  it('writes who taught what, on which document and when', () => {
    const changes = taught({ sku: 'X-1' }, 'C');
    expect(events(changes)).toEqual(['put 50001/sellers-item-id/x-1/C/1', 'learn']);
    expect(changes[0]).toMatchObject({
      kind: 'learned-link',
      status: 'unconfirmed',
      revision: 1,
      head: { party: '50001', number: 'X-1', date: '2026-11-21' },
      indexes: [{ name: 'alias', value: '50001|sellers-item-id|x-1' }],
      content: learnedLink(),
    });
    const ajv = new Ajv2020({ strict: false });
    ajv.addFormat('decimal', isDecimalText);
    ajv.addFormat('date-time', true);
    const validate = ajv.compile(DOCUMENT_SCHEMAS['learned-link'] as object);
    validate(keptAfter(changes)[0]);
    expect(validate.errors).toBeNull();
  });

  it('teaches nothing that the master data say, and says where they say otherwise', () => {
    expect(taught({ sku: 'A-100' }, 'A')).toEqual([]);
    const [alert, ...more] = taught({ sku: 'A-100' }, 'B');
    expect(more).toEqual([]);
    expect(alert).toMatchObject({
      change: 'raise-alert',
      code: 'LEARNED_LINKS_CONTRADICT',
      subject: { kind: 'supplier-invoice', key: 'doc1' },
      text: expect.stringContaining('the master data name product A'),
    });
  });

  it('the same again, on another document, is a confirmation; on the same document it is nothing', () => {
    const first = keptAfter(taught({}, 'C'));
    const again = taught({ sku: 'x-1' }, 'C', first, { documentId: 'doc2', author: 'ola' });
    expect(events(again)).toEqual(['put 50001/sellers-item-id/x-1/C/1', 'confirm']);
    const kept = keptAfter(again, first);
    expect(kept).toMatchObject([{ status: 'confirmed', confirmedTimes: 1, learnedBy: 'kari' }]);
    expect(taught({}, 'C', kept, { documentId: 'doc2' })).toEqual([]);
    expect(taught({}, 'C', first)).toEqual([]);
  });

  it('another product contradicts: both stay, and an alert names them', () => {
    const first = keptAfter(taught({}, 'C'));
    const other = taught({}, 'B', first, { documentId: 'doc2' });
    expect(events(other)).toEqual(['put 50001/sellers-item-id/x-1/B/1', 'learn', 'raise-alert']);
    expect(other[2]).toMatchObject({
      subject: { kind: 'learned-link', key: '50001/sellers-item-id/x-1/B/1' },
      text: expect.stringContaining('before to C (50001/sellers-item-id/x-1/C/1)'),
    });
    expect(keptAfter(other, first)).toHaveLength(2);
    expect(keptAfter(other, first)).toContainEqual(first[0]);
  });

  it('what contradicts another is confirmed neither by being said again nor by a receipt', () => {
    const both = [learnedLink(), learnedLink({ productNo: 'B', learnedFrom: 'doc2' })];
    expect(events(taught({}, 'C', both, { documentId: 'doc3' }))).toEqual(['raise-alert']);
    const result = { links: [{ invoiceLineId: '1', evidence: ['learned-link:50001/sellers-item-id/x-1/C/1'] }] };
    const context = { documentId: 'doc3', author: 'ola', now: '2026-11-22T08:00:00.000Z' };
    expect(confirmLearned(result as unknown as Parameters<typeof confirmLearned>[0], both, context)).toEqual([]);
  });

  it('what was revoked is taught again as a new one, and is no contradiction', () => {
    const revoked = learnedLink({ status: 'revoked', confirmedTimes: 3 });
    expect(events(taught({}, 'C', [revoked]))).toEqual(['put 50001/sellers-item-id/x-1/C/2', 'learn']);
    expect(events(taught({}, 'B', [revoked]))).toEqual(['put 50001/sellers-item-id/x-1/B/1', 'learn']);
  });
});

describe('confirming', () => {
  const used = (id: string, key: string) => ({ invoiceLineId: id, evidence: [`learned-link:${key}`] });
  const result = {
    links: [used('1', '50001/sellers-item-id/x-1/C/1'), used('2', '50001/sellers-item-id/y-2/B/1')],
  } as unknown as Parameters<typeof confirmLearned>[0];
  const links = [
    learnedLink(),
    learnedLink({ alias: 'y-2', written: 'Y-2', productNo: 'B' }),
    learnedLink({ alias: 'z' }),
  ];
  const context = { documentId: 'doc2', author: 'ola', now: '2026-11-22T08:00:00.000Z' };

  it('confirms the links that the received lines rest on, and no others', () => {
    expect(events(confirmLearned(result, links, context))).toEqual([
      'put 50001/sellers-item-id/x-1/C/1',
      'confirm',
      'put 50001/sellers-item-id/y-2/B/1',
      'confirm',
    ]);
    expect(events(confirmLearned(result, links, context, new Set(['2'])))).toEqual([
      'put 50001/sellers-item-id/y-2/B/1',
      'confirm',
    ]);
  });

  it('a document counts once, however often parts of it are received', () => {
    const once = keptAfter(confirmLearned(result, links, context), links);
    expect(once[0]).toMatchObject({
      status: 'confirmed',
      confirmedTimes: 1,
      confirmations: [{ documentId: 'doc2', by: 'ola', at: context.now }],
    });
    expect(confirmLearned(result, once, context)).toEqual([]);
    const other = confirmLearned(result, once, { ...context, documentId: 'doc3' });
    expect(keptAfter(other, once)[0]).toMatchObject({ status: 'confirmed', confirmedTimes: 2 });
  });

  it('counts all, and keeps the latest hundred', () => {
    let link = learnedLink();
    for (let document = 1; document <= 120; document += 1)
      link = keptAfter(confirmed(link, { documentId: `d${document}`, by: 'ola', at: context.now }))[0] ?? link;
    expect([link.confirmedTimes, link.confirmations.length, link.confirmations[0]?.documentId]).toEqual([
      120,
      100,
      'd21',
    ]);
  });

  it('a revoked link is not confirmed any more', () => {
    expect(confirmed(learnedLink({ status: 'revoked' }), { by: 'ola', at: context.now })).toEqual([]);
  });
});

describe('revoking', () => {
  const revocation = { by: 'ola', at: '2026-11-22T08:00:00.000Z', reason: 'linked by mistake' };

  it('keeps the link with its story, and it is done once', () => {
    const link = learnedLink({ status: 'confirmed', confirmedTimes: 2 });
    const [put] = revoke(link, [link], revocation);
    expect(put).toMatchObject({
      status: 'revoked',
      revision: 4,
      content: { ...link, status: 'revoked', revoked: revocation },
    });
    expect(revoke(learnedLink({ status: 'revoked' }), [], revocation)).toEqual([]);
  });

  it('ends the alert of a contradiction with the last link that contradicts, not before', () => {
    const three = ['A', 'B', 'C'].map((productNo) => learnedLink({ productNo }));
    const cleared = (changes: readonly Change[]) => changes.filter((one) => one.change === 'clear-alert').length;
    const [a, b] = three;
    if (a === undefined || b === undefined) throw new Error('no links');
    expect(cleared(revoke(a, three, revocation))).toBe(1);
    const two = keptAfter(revoke(a, three, revocation), three);
    expect(cleared(revoke(b, two, revocation))).toBe(3);
  });
});
