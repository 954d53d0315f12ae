import { decimal, decimalText, sum } from '../../../src/domain/decimal.ts';
import type { OrderMatchResult } from '../../../src/domain/documents.generated.ts';
import type { Answers } from '../play/answers.ts';
import type { Story, StoryDocument } from '../story.ts';
import { moneyOf } from '../world/write-lines.ts';

type Pieces = Pick<OrderMatchResult, 'status' | 'reasons' | 'links' | 'createdLines' | 'receipt'>;

/** What a perfect engine would answer to an honest invoice: every true part received for what the order says. */
export function perfectAnswer(story: Story, { draft }: StoryDocument): Pieces {
  const parts = draft.truth.lines.flatMap((line, index) =>
    line.parts.map((part) => {
      const order = story.orders.find(({ orderNo }) => orderNo === part.orderNo);
      const orderLine = order?.lines.find(({ lineNo }) => lineNo === part.lineNo);
      if (orderLine === undefined)
        throw new RangeError(`The truth names ${part.orderNo}/${part.lineNo}, which is on no order.`);
      return { ...part, invoiceLineId: String(index + 1), amount: moneyOf(orderLine, part.quantity) };
    }),
  );
  const byLine = Map.groupBy(parts, ({ orderNo, lineNo }) => `${orderNo}/${lineNo}`);
  const productTransactions = [...byLine.values()].map((own) => ({
    orderNo: own[0]?.orderNo ?? '',
    orderLineNo: own[0]?.lineNo ?? 0,
    productNo: '',
    quantity: decimalText(sum(own.map(({ quantity }) => decimal(quantity)))),
    amount: sum(own.map(({ amount }) => decimal(amount))).toFixed(2),
    accountingDocumentNo: 1,
  }));
  const links = parts.map(({ invoiceLineId, orderNo, lineNo, quantity, amount }) => ({
    ...({} as OrderMatchResult['links'][number]),
    invoiceLineId,
    orderNo,
    orderLineNo: lineNo,
    quantity,
    amount,
  }));
  const createdLines = draft.truth.charges.map(({ kind, amount }) => ({
    ...({} as OrderMatchResult['createdLines'][number]),
    kind,
    amount,
  }));
  const status = { code: 1, name: 'completed-automatically' };
  return {
    status,
    reasons: [],
    links,
    createdLines,
    receipt: { receiptId: 'r-1', date: '2026-11-03', productTransactions },
  };
}

/** The answer to one file, as it would be collected. */
export function answersOf(document: StoryDocument, ...results: Pieces[]): Answers {
  const full = results.map((pieces) => ({ documentId: 'd-1', ...pieces }) as OrderMatchResult);
  return {
    acknowledgements: new Map([[document.file, [{ outcome: 'accepted', documents: [{ key: 'd-1' }] }]]]),
    results: new Map([['d-1', full]]),
  };
}
