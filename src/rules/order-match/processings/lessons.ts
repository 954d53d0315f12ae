import type { Change, Reason } from '../../../domain/decision.ts';
import type { InvoiceLine, LearnedLink } from '../../../domain/documents.generated.ts';
import { learn } from '../learned/learn.ts';
import { aliasKey, aliasOf } from '../learned/learned-alias.ts';
import { learnedLinkKey } from '../learned/put-learned-link.ts';
import { revoke } from '../learned/revoke-learned.ts';
import { authorOf, orderOf, type Processing, type ProcessingFacts } from './processing.ts';

/** What a link or an unlink does to what was learned, and what the operator is told of it. */
export interface Lesson {
  said: Reason[];
  changes: Change[];
}

/**
 * Takes back what this invoice itself taught of the item of a line, before another word about that line counts
 * (order-match.md 21): a slip that is corrected leaves nothing behind. Only lessons that are unconfirmed and that no
 * other invoice used; not that of `productNo`, nor one that another line of the invoice still says. Gives the
 * processing as it is without them.
 */
export function withoutLessons(
  processing: Processing,
  line: InvoiceLine,
  productNo: string | undefined,
): Lesson & { processing: Processing } {
  const { facts, request, context } = processing;
  const { documentId } = facts.stored.result;
  const revocation = { by: authorOf(processing), at: context.now, reason: request.reason };
  let { learned } = facts.orderMatch;
  const said: Reason[] = [];
  const changes: Change[] = [];
  for (const lesson of wrongLessons(facts, line, productNo)) {
    const key = learnedLinkKey(lesson);
    changes.push(...revoke(lesson, learned, revocation), {
      change: 'audit',
      subject: { kind: 'learned-link', key },
      event: 'revoke',
      from: lesson.status,
      to: 'revoked',
      rule: 'order-match.md 21',
      reason: request.reason,
      details: { correctedOn: documentId },
    });
    said.push({ code: 'LESSON_TAKEN_BACK', at: `line:${line.id}`, actual: key });
    learned = learned.map((one) =>
      learnedLinkKey(one) === key ? { ...one, status: 'revoked' as const, revoked: revocation } : one,
    );
  }
  return {
    said,
    changes,
    processing: { ...processing, facts: { ...facts, orderMatch: { ...facts.orderMatch, learned } } },
  };
}

/** What the supplier's way of naming the product teaches for later invoices (order-match.md 21), and how to take it back. */
export function taught(processing: Processing, line: InvoiceLine, productNo: string | undefined): Lesson {
  const { facts, context, request } = processing;
  const { documentId, supplierInvoice } = facts.stored.result;
  const { supplierNo } = supplierInvoice;
  if (supplierNo === null || productNo === undefined) return { said: [], changes: [] };
  const learning = { documentId, author: authorOf(processing), now: context.now, reason: request.reason };
  const changes = learn({ supplierNo, line, productNo }, facts.orderMatch, learning);
  const at = `line:${line.id}`;
  const said = changes.flatMap((change): Reason[] => {
    if (change.change === 'audit' && change.event === 'learn')
      return [{ code: 'LINK_TAUGHT', at, actual: change.subject.key }];
    if (change.change !== 'raise-alert' || change.subject.kind !== 'learned-link') return [];
    return [{ code: 'LEARNED_LINKS_CONTRADICT', at, actual: change.subject.key }];
  });
  return { said, changes };
}

function wrongLessons(facts: ProcessingFacts, line: InvoiceLine, productNo: string | undefined): LearnedLink[] {
  return facts.ownLessons.filter(
    (lesson) =>
      lesson.productNo !== productNo &&
      isOf(lesson, line) &&
      !productsOfOthers(facts, lesson, line).has(lesson.productNo),
  );
}

/** Products that operators named for other lines of the invoice with the same item. */
function productsOfOthers(facts: ProcessingFacts, lesson: LearnedLink, line: InvoiceLine): Set<string | undefined> {
  const { stored } = facts;
  const others = stored.invoice.lines.filter((one) => one.id !== line.id && isOf(lesson, one)).map(({ id }) => id);
  const hands = stored.byHand?.lines.filter(({ invoiceLineId }) => others.includes(invoiceLineId)) ?? [];
  return new Set(
    hands.map(({ productNo, orderNo, orderLineNo }) => {
      const order = orderOf(facts, orderNo ?? '');
      return productNo ?? order?.lines.find(({ lineNo }) => lineNo === orderLineNo)?.productNo;
    }),
  );
}

function isOf(lesson: LearnedLink, line: InvoiceLine): boolean {
  const alias = aliasOf(line);
  return alias !== undefined && aliasKey(lesson.supplierNo, alias) === aliasKey(lesson.supplierNo, lesson);
}
