import { decimal } from '../../domain/decimal.ts';
import type { Reason } from '../../domain/decision.ts';
import type { FixedPart } from './assign-lines/demand.ts';
import type { LineInHand } from './by-hand.ts';
import { classifyProduct, type LineScope, type LineSigns } from './classify-line.ts';
import { unitConversion } from './convert-unit.ts';
import type { MatchLine } from './match-line.ts';
import type { OrderLineState } from './order-line-state.ts';

/** What an invoice line is by an operator's word, or because a part of it was received: no tier has a choice there. */
export function fixedLine(plain: MatchLine, hand: LineInHand, scope: LineScope, signs: LineSigns): MatchLine {
  const known: MatchLine = { ...plain, evidence: ['operator'] };
  switch (hand.kind) {
    case 'unlinked':
      return refused(known, { code: 'UNLINKED_BY_HAND' });
    case 'product':
      return classifyProduct(known, hand.productNo, scope, signs);
    case 'order-line': {
      const line = lineOf(scope, hand.orderNo, hand.orderLineNo);
      if (line === undefined)
        return refused(known, { code: 'PRODUCT_NOT_ON_ORDER', actual: `${hand.orderNo}/${hand.orderLineNo}` });
      return onLines(known, [{ line, quantity: undefined, tier: 'manual', class: 'A' }], signs);
    }
    case 'kept':
      return keptLine(plain, hand, scope, signs);
  }
}

function keptLine(
  plain: MatchLine,
  { parts }: Extract<LineInHand, { kind: 'kept' }>,
  scope: LineScope,
  signs: LineSigns,
): MatchLine {
  const fixed = parts.flatMap((part): FixedPart[] => {
    const line = lineOf(scope, part.orderNo, part.orderLineNo);
    const quantity = decimal(part.quantity).abs();
    return line === undefined ? [] : [{ line, quantity, tier: part.tier, class: part.class }];
  });
  return onLines({ ...plain, evidence: [...(parts[0]?.evidence ?? [])] }, fixed, signs);
}

function onLines(known: MatchLine, fixed: readonly FixedPart[], signs: LineSigns): MatchLine {
  const [first] = fixed;
  if (first === undefined) return refused(known, { code: 'PRODUCT_NOT_ON_ORDER' });
  const { productNo } = first.line.line;
  const conversion = unitConversion(known.line.unit, first.line.unit, signs.directory.packs.get(productNo));
  if (conversion === undefined) {
    return refused(known, {
      code: 'UNIT_NOT_CONVERTIBLE',
      ...(first.line.unit === undefined ? {} : { expected: first.line.unit }),
      ...(known.line.unit === undefined ? {} : { actual: known.line.unit }),
    });
  }
  const lines = [...new Set(fixed.map(({ line }) => line))];
  return {
    ...known,
    role: 'goods',
    ...chargeKindOf(productNo, signs),
    productNo,
    candidates: { lines, conversion },
    fixed,
  };
}

function chargeKindOf(productNo: string, signs: LineSigns): Pick<MatchLine, 'chargeKind'> | undefined {
  if (productNo === signs.freightProduct) return { chargeKind: 'freight' };
  return productNo === signs.feeProduct ? { chargeKind: 'fee' } : undefined;
}

function lineOf(scope: LineScope, orderNo: string, lineNo: number): OrderLineState | undefined {
  return scope.index.linesNumbered(lineNo).find(({ order }) => order.orderNo === orderNo);
}

function refused(line: MatchLine, why: Omit<Reason, 'at'>): MatchLine {
  return { ...line, role: 'unlinked', reasons: [{ ...why, at: `line:${line.line.id}` }] };
}
