import { canonicalText } from '../../../domain/canonical-text.ts';
import type { ReasonRecord, ResponseClarification, ResponseCode } from '../../../domain/documents.generated.ts';
import { type Clarification, clarificationOf } from './clarification.table.ts';
import { RESPONSE_CODES } from './response-code.table.ts';

/** An invoice of thousands of lines would give thousands of clarifications, and nobody reads them. */
const MOST = 50;

/** What is said where a code must be explained and every reason is ours alone: texts `response.REJECTED`, `response.QUESTION`. */
const WITHOUT_REASON: Readonly<Partial<Record<ResponseCode, string>>> = { RE: 'REJECTED' };

/**
 * The clarifications of a code, from the reasons of the decision: each once, in their order, without what a supplier
 * may not see; then what the supplier is asked to do. Empty for a code that needs none. A code that needs one has one:
 * where nothing may be said, it is OTH and the wish to be called (PEPPOL-T111-R001, R002).
 */
export function clarifications(code: ResponseCode, reasons: readonly ReasonRecord[]): ResponseClarification[] {
  if (!RESPONSE_CODES[code].clarified) return [];
  const told = reasons.flatMap((reason) => {
    const row = clarificationOf(reason);
    return row === undefined ? [] : [{ row, clarification: toldAs(reason, row, reasons) }];
  });
  const all = distinct(told.map(({ clarification }) => clarification));
  if (all.length === 0) return [otherwise(WITHOUT_REASON[code] ?? 'QUESTION'), ...wishes(code, false)];
  const needsNewInvoice = told.some(({ row }) => row.needsNewInvoice === true);
  return [...limited(all), ...wishes(code, needsNewInvoice)];
}

/** One reason in the supplier's terms. */
function toldAs(reason: ReasonRecord, row: Clarification, all: readonly ReasonRecord[]): ResponseClarification {
  const values = row.says.flatMap((name) => (reason[name] === undefined ? [] : [[name, reason[name]] as const]));
  const { attribute } = row;
  const value = row.proposes === true && reason.expected !== undefined ? { value: reason.expected } : {};
  return {
    list: 'OPStatusReason',
    code: isOfQuantity(reason, all) ? 'QTY' : row.code,
    reason: { code: row.inWordsOf ?? reason.code, ...Object.fromEntries(values) },
    conditions: attribute === undefined ? [] : [{ attribute, ...value }],
  };
}

/** An amount outside tolerance is a matter of quantity where more was invoiced than is open, else of price. */
function isOfQuantity(reason: ReasonRecord, all: readonly ReasonRecord[]): boolean {
  return (
    reason.code === 'OUTSIDE_TOLERANCE' && all.some(({ code, at }) => code === 'OVER_QUANTITY' && at === reason.at)
  );
}

/** What the supplier is asked to do (OPStatusAction). */
function wishes(code: ResponseCode, needsNewInvoice: boolean): ResponseClarification[] {
  if (needsNewInvoice) return [{ list: 'OPStatusAction', code: 'NIN', conditions: [] }];
  // After a rejection no answer can help any more; what else the supplier does is not ours to ask.
  return code === 'RE' ? [] : [{ list: 'OPStatusAction', code: 'PIN', conditions: [] }];
}

function otherwise(text: string, actual?: string): ResponseClarification {
  const reason = { code: text, ...(actual === undefined ? {} : { actual }) };
  return { list: 'OPStatusReason', code: 'OTH', reason, conditions: [] };
}

function limited(all: readonly ResponseClarification[]): ResponseClarification[] {
  if (all.length <= MOST) return [...all];
  return [...all.slice(0, MOST - 1), otherwise('MORE', String(all.length - MOST + 1))];
}

function distinct(all: readonly ResponseClarification[]): ResponseClarification[] {
  return [...new Map(all.map((one) => [canonicalText(one), one])).values()];
}
