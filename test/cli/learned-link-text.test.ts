import { describe, expect, it } from 'vitest';
import { learnedLinkText } from '../../src/cli/show/learned-link-text.ts';
import { proposalsText } from '../../src/cli/show/proposals-text.ts';
import { learnedLink } from '../rules/learned/learned-world.ts';
import { outsideResult } from '../service/base-records.ts';
import { STYLE } from '../support/shown-style.ts';

const KEY = '50001/sellers-item-id/x-1/C/1';

describe('shown to people', () => {
  it('a learned link with its story and what it touched', () => {
    const content = learnedLink({
      status: 'revoked',
      confirmedTimes: 2,
      confirmations: [{ documentId: 'doc2', by: 'ola', at: '2026-11-22T08:00:00.000Z' }],
      revoked: { by: 'kari', at: '2026-11-23T08:00:00.000Z', reason: 'linked by mistake' },
    });
    const touched = { total: 1, newest: [{ key: 'doc2', number: 'F-2', status: '8' }] };
    const history = [
      { at: '2026-11-21T18:17:00.000Z', event: 'learn', from: null, to: 'unconfirmed', by: 'user:kari' },
    ];
    expect(
      learnedLinkText({ kind: 'learned-link', key: KEY, content, touched, allowedActions: [], history }, STYLE),
    ).toBe(
      [
        'Learned link',
        '  status                  Revoked',
        '  supplier                50001',
        "  supplier's item number  X-1",
        '  product                 C',
        '  learned                 2026-11-21 19:17:00 by kari, from invoice doc1',
        '  confirmed               2 times, last 2026-11-22 09:00:00 by ola',
        '  revoked                 2026-11-23 09:00:00 by kari: linked by mistake',
        '  touched                 1 invoice(s)',
        `  key                     ${KEY}`,
        '',
        'Invoices that it touched',
        '  key   number  status',
        '  doc2  F-2     8 Awaiting',
        '',
        'History',
        '  when                 what     status       by         why',
        '  2026-11-21 19:17:00  learned  Unconfirmed  user:kari',
      ].join('\n'),
    );
  });

  it('proposals with what speaks for and against them, and what to enter in Visma', () => {
    const result = {
      ...outsideResult('doc1'),
      proposals: [
        {
          invoiceLineId: '1',
          orderNo: '1001',
          orderLineNo: 3,
          productNo: 'C',
          similarity: 527,
          evidence: ['name', 'quantity'],
          against: ['price'],
        },
      ],
      deliveryAlternativeProposals: [
        { supplierNo: '50001', productNo: 'C', supplierProductNo: 'X-1', replaces: 'C-300', learnedLink: KEY },
      ],
    };
    expect(proposalsText(result, STYLE)).toEqual([
      [
        'Proposals (nothing is linked)',
        '  invoice line  order line  product  name ‰  for it          against it',
        '  1             1001/3      C           527  name, quantity  price',
      ].join('\n'),
      [
        'Delivery alternatives to enter in Visma',
        "  supplier  product  supplier's number  instead of  learned link",
        `  50001     C        X-1                C-300       ${KEY}`,
      ].join('\n'),
    ]);
    expect(proposalsText(outsideResult('doc1'), STYLE)).toEqual(['', '']);
  });
});
