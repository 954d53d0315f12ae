import type { Change } from '../../../domain/decision.ts';
import type { InvoiceLine } from '../../../domain/documents.generated.ts';
import { REASONS } from '../../../domain/reason.table.ts';
import type { LineByHand } from '../by-hand.ts';
import { learn } from '../learned/learn.ts';
import { decideAgain, gravest } from './decide-again.ts';
import { invoiceLineAsked, withLineByHand } from './lines-by-hand.ts';
import { decisionOf } from './processed.ts';
import {
  authorOf,
  isRefusal,
  leadsTo,
  type Processing,
  type ProcessingOutcome,
  type Refusal,
  refuse,
} from './processing.ts';
import { orderedLine } from './write-values.ts';
import { wrongOrder } from './wrong-order.ts';

/**
 * Fixes an invoice line to an order line, or to a product whose order line the tiers find, and decides again with it
 * above every tier (order-match.md 16 and 21). The order must be one that the invoice could speak of: of its supplier,
 * in its currency, not cancelled.
 */
export function linkLine(processing: Processing): ProcessingOutcome {
  const { request, facts, context } = processing;
  const { result } = facts.stored;
  const line = invoiceLineAsked(processing);
  if (isRefusal(line)) return line;
  const target = targetOf(processing);
  if (isRefusal(target)) return target;
  const hand: LineByHand = { invoiceLineId: line.id, ...target, by: request.by, at: context.now };
  const byHand = withLineByHand(facts.stored.byHand, hand);
  const again = decideAgain(processing, byHand);
  if (isRefusal(again)) return again;
  const matched = again.assessment.matched?.lines.find((one) => one.line.id === line.id);
  if (matched === undefined || (matched.role !== 'goods' && matched.role !== 'charge')) {
    const why = gravest(matched?.reasons ?? [], ({ code }) => REASONS[code].status !== null);
    return why ?? refuse('NOTHING_LINKED', { at: `line:${line.id}` });
  }
  return decisionOf(processing, {
    result: again.result,
    status: leadsTo(processing, 'link'),
    rule: 'order-match.md 16',
    details: { line: line.id, ...target },
    byHand,
    waitsFor: again.assessment.waitsFor,
    changes: [
      { change: 'put-links', documentId: result.documentId, links: again.links },
      ...again.changes,
      ...taught(processing, line, matched.productNo),
    ],
  });
}

/** What the supplier's way of naming the product teaches for later invoices (order-match.md 21). */
function taught(processing: Processing, line: InvoiceLine, productNo: string | undefined): Change[] {
  const { facts, context } = processing;
  const { documentId, supplierInvoice } = facts.stored.result;
  const { supplierNo } = supplierInvoice;
  if (supplierNo === null || productNo === undefined) return [];
  const learning = { documentId, author: authorOf(processing), now: context.now };
  return learn({ supplierNo, line, productNo }, facts.orderMatch, learning);
}

type Target = Pick<LineByHand, 'orderNo' | 'orderLineNo' | 'productNo'>;

const ORDER_LINE = /^(.+)\/(\d{1,9})$/s;

function targetOf(processing: Processing): Target | Refusal {
  const { order, product } = processing.request;
  const productNo = product?.trim() ?? '';
  if (order === undefined) return productNo === '' ? refuse('INSTRUCTION_INCOMPLETE', { at: 'link' }) : { productNo };
  const [, orderNo, lineNo] = ORDER_LINE.exec(order.trim()) ?? [];
  if (orderNo === undefined || lineNo === undefined)
    return refuse('INSTRUCTION_INCOMPLETE', { at: 'order', actual: order });
  const orderLineNo = Number(lineNo);
  const wrong = wrongOrder(processing.facts, orderNo);
  if (wrong !== undefined) return { refused: [wrong] };
  const ordered = orderedLine(processing.facts, orderNo, orderLineNo);
  if ('refused' in ordered) return ordered;
  if (productNo !== '' && productNo !== ordered.productNo)
    return refuse('PRODUCT_CONFLICT', {
      at: `${orderNo}/${orderLineNo}`,
      expected: ordered.productNo,
      actual: productNo,
    });
  return { orderNo, orderLineNo };
}
