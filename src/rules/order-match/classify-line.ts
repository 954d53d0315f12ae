import { isZero } from '../../domain/decimal.ts';
import type { Reason } from '../../domain/decision.ts';
import type { OrderLineReference } from './find-orders/order-line-reference.ts';
import { findProduct, hasItemId } from './find-product.ts';
import { saysFreight } from './freight-words.ts';
import type { MatchLine } from './match-line.ts';
import type { ProductDirectory } from './product-directory.ts';
import { evidenceFor, referencedLine } from './referenced-line.ts';
import type { ScopeIndex } from './scope-index.ts';

/** What lines are told apart by. */
export interface LineSigns {
  directory: ProductDirectory;
  freightWords: readonly string[];
  freightProduct: string | null;
  feeProduct: string | null;
  kind: 'invoice' | 'credit-note';
  /** Of the currency. */
  decimals: number;
}

/** Where a line's order line is looked for. */
export interface LineScope {
  index: ScopeIndex;
  reference: OrderLineReference | undefined;
  /** Did an order of the line turn out unusable, or is one a gross order? Then nobody can say that a product is not on it. */
  incomplete: boolean;
}

/** Says what an invoice line is and, for goods, which order lines it may belong to (order-match.md 10, scenario C22). */
export function classifyLine(plain: MatchLine, scope: LineScope, signs: LineSigns): MatchLine {
  const { line } = plain;
  const withItem = hasItemId(line);
  if (isZero(plain.quantity) && isZero(plain.net) && !withItem) return { ...plain, role: 'information' };
  if (!withItem && saysFreight(line.name, signs.freightWords)) {
    return asCharge({ ...plain, evidence: ['freight-word'] }, 'freight', signs.freightProduct, scope, signs);
  }
  const found = findProduct(line, signs.directory, scope.index.has);
  if (found.productNo === undefined)
    return withoutProduct({ ...plain, named: found.named ?? [] }, found.reasons, scope, signs);
  const known = { ...plain, evidence: found.evidence, reasons: found.reasons };
  return classifyProduct(known, found.productNo, scope, signs);
}

/** What a line of a known product is: freight, a fee, or goods. */
export function classifyProduct(known: MatchLine, productNo: string, scope: LineScope, signs: LineSigns): MatchLine {
  if (productNo === signs.freightProduct) return asCharge(known, 'freight', productNo, scope, signs);
  if (productNo === signs.feeProduct) return asCharge(known, 'fee', productNo, scope, signs);
  return asGoods(known, productNo, scope, signs);
}

/** Freight that is already on the order is matched to it like any line (scenario C21); otherwise a line is created for it. */
function asCharge(
  known: MatchLine,
  kind: 'freight' | 'fee',
  productNo: string | null,
  scope: LineScope,
  signs: LineSigns,
): MatchLine {
  const charge = { ...known, chargeKind: kind };
  if (productNo === null || !scope.index.has(productNo)) return { ...charge, role: 'charge' };
  return asGoods(charge, productNo, scope, signs);
}

function asGoods(known: MatchLine, productNo: string, scope: LineScope, signs: LineSigns): MatchLine {
  const product = { ...known, productNo };
  if (!scope.index.has(productNo)) {
    return scope.incomplete ? { ...product, role: 'no-order' } : unlinked(product, 'PRODUCT_NOT_ON_ORDER', productNo);
  }
  const candidates = scope.index.candidates(productNo, known.line.unit, signs.directory.packs.get(productNo));
  if (candidates === undefined) {
    return unlinked(product, 'UNIT_NOT_CONVERTIBLE', known.line.unit, scope.index.linesOf(productNo)[0]?.unit);
  }
  const referenced = referencedLine(scope.reference, candidates.lines);
  const ignored = scope.reference !== undefined && referenced === undefined;
  const reasons = ignored ? [reason('ORDER_LINE_REFERENCE_IGNORED', known, scope.reference?.written)] : [];
  return { ...product, role: 'goods', candidates, referenced, reasons: [...known.reasons, ...reasons] };
}

/**
 * A line whose product is not known may still name its order line; where price and quantity of that agree, it is
 * linked (L10). Otherwise it stays 9, with the order line as a proposal (L11). Never where identifiers contradict each
 * other: then a person decides.
 */
function withoutProduct(plain: MatchLine, reasons: Reason[], scope: LineScope, signs: LineSigns): MatchLine {
  const missing: MatchLine = scope.incomplete
    ? { ...plain, role: 'no-order' }
    : { ...plain, role: 'unlinked', reasons };
  const { reference } = scope;
  const numbered = [reference?.prefix?.lineNo, reference?.lineNo].flatMap((no) =>
    no === undefined ? [] : scope.index.linesNumbered(no),
  );
  const named = referencedLine(reference, numbered);
  if (named === undefined) return missing;
  if (plain.named.length > 0) return { ...missing, referenced: named };
  const { productNo } = named.line;
  const candidates = scope.index.candidates(productNo, plain.line.unit, signs.directory.packs.get(productNo));
  const evidence = evidenceFor(plain, named, candidates, signs);
  if (candidates !== undefined && evidence.includes('price') && evidence.includes('quantity')) {
    const found = reason('PRODUCT_BY_ORDER_LINE_REFERENCE', plain, named.key);
    return { ...plain, role: 'goods', productNo, evidence, candidates, referenced: named, reasons: [found] };
  }
  return { ...missing, referenced: named };
}

function unlinked(known: MatchLine, code: Reason['code'], actual: string | undefined, expected?: string): MatchLine {
  const why = { ...reason(code, known, actual), ...(expected === undefined ? {} : { expected }) };
  return { ...known, role: 'unlinked', reasons: [...known.reasons, why] };
}

function reason(code: Reason['code'], line: MatchLine, actual: string | undefined): Reason {
  return { code, at: `line:${line.line.id}`, ...(actual === undefined ? {} : { actual }) };
}
