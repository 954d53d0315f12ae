import type { Change } from '../../../domain/decision.ts';
import type { InvoiceLine, LearnedLink } from '../../../domain/documents.generated.ts';
import { findProduct } from '../find-product.ts';
import type { OrderMatchFacts } from '../order-match-facts.ts';
import { productDirectory } from '../product-directory.ts';
import { aliasKey, aliasOf } from './learned-alias.ts';
import { confirmed } from './confirm-learned.ts';
import { learnedLinkKey, putLearnedLink } from './put-learned-link.ts';

/** A link that an operator made by hand: this line is that product. */
export interface LinkByOperator {
  supplierNo: string;
  line: InvoiceLine;
  productNo: string;
}

/** On which document it was made, by whom and when (an instant, as text). */
export interface LearningContext {
  documentId: string;
  author: string;
  now: string;
  /** Why, in the operator's words: for the audit. */
  reason?: string;
}

/** What learning looks at: links learned of the line's alias before, revoked ones too, and the master data. */
export type LearningFacts = Pick<OrderMatchFacts, 'learned' | 'products' | 'alternatives' | 'orders'>;

/**
 * What an operator's `invoice link` teaches (order-match.md 21): an alias of the supplier's item for our product, with
 * author, document and time. The changes belong in the transaction of the link.
 *
 * - What a number of the master data says already is not learned; where it names another product, an alert says so.
 * - The same again, on another document, is a confirmation.
 * - Another product for the same item contradicts: both stay, an alert names them, and neither is used any more until
 *   one is revoked. Nothing is overwritten.
 */
export function learn(link: LinkByOperator, facts: LearningFacts, context: LearningContext): Change[] {
  const { supplierNo, line, productNo } = link;
  const alias = aliasOf(line);
  if (alias === undefined) return [];
  const masterData = { ...facts, learned: [] };
  const known = findProduct(line, productDirectory(masterData, supplierNo, false), () => true).productNo;
  if (known !== undefined)
    return known === productNo ? [] : [contradictsMasterData(link, alias.written, known, context)];
  const value = aliasKey(supplierNo, alias);
  const former = facts.learned.filter((one) => aliasKey(one.supplierNo, one) === value);
  const inForce = former.filter((one) => one.status !== 'revoked');
  const same = inForce.find((one) => one.productNo === productNo);
  if (same !== undefined) return again(same, inForce, context);
  const learned: LearnedLink = {
    document: 'learned-link',
    supplierNo,
    ...alias,
    productNo,
    number: 1 + Math.max(0, ...former.filter((one) => one.productNo === productNo).map((one) => one.number)),
    status: 'unconfirmed',
    learnedBy: context.author,
    learnedAt: context.now,
    learnedFrom: context.documentId,
    confirmedTimes: 0,
    confirmations: [],
  };
  return [putLearnedLink(learned), learnt(learned, context), ...contradictions(learned, inForce)];
}

/** What contradicts another link is confirmed by nobody's saying it again, nor is a lesson by the document that taught it. */
function again(same: LearnedLink, inForce: readonly LearnedLink[], context: LearningContext): Change[] {
  const others = inForce.filter((one) => one.productNo !== same.productNo);
  if (others.length > 0) return contradictions(same, others);
  const { documentId, author, now, reason } = context;
  if (same.learnedFrom === documentId) return [];
  return confirmed(same, { by: author, at: now, documentId }, reason);
}

function learnt(link: LearnedLink, { reason }: LearningContext): Change {
  return {
    change: 'audit',
    subject: { kind: 'learned-link', key: learnedLinkKey(link) },
    event: 'learn',
    from: null,
    to: link.status,
    rule: 'order-match.md 21',
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Each of the links that are in force and say otherwise stays as it is; the new one's alert names them all. */
function contradictions(link: LearnedLink, inForce: readonly LearnedLink[]): Change[] {
  if (inForce.length === 0) return [];
  const others = inForce.map((one) => `${one.productNo} (${learnedLinkKey(one)})`).join(', ');
  return [
    {
      change: 'raise-alert',
      code: 'LEARNED_LINKS_CONTRADICT',
      subject: { kind: 'learned-link', key: learnedLinkKey(link) },
      text: `Item ${link.written} of supplier ${link.supplierNo} was linked to product ${link.productNo}, and before to ${others}. Neither is used until one of them is revoked.`,
    },
  ];
}

function contradictsMasterData(link: LinkByOperator, item: string, known: string, context: LearningContext): Change {
  return {
    change: 'raise-alert',
    code: 'LEARNED_LINKS_CONTRADICT',
    subject: { kind: 'supplier-invoice', key: context.documentId },
    text: `Item ${item} of supplier ${link.supplierNo} was linked to product ${link.productNo}, but the master data name product ${known}. Nothing was learned: correct the delivery alternative or the GTIN where the operator is right.`,
  };
}
