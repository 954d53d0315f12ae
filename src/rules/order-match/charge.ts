import { type Decimal, decimal, isZero } from '../../domain/decimal.ts';
import type { InvoiceAllowanceCharge, InvoiceLine, SupplierInvoice } from '../../domain/documents.generated.ts';
import type { OrderMatchSettings } from '../../domain/settings.generated.ts';
import { foldText } from '../identity/fold-text.ts';
import { saysFreight } from './freight-words.ts';
import { taxGroup } from './tax-group.ts';

/** Freight or a fee on an invoice, wherever it stands: in the head, at a line, or as a line of its own. */
export interface Charge {
  /** "charge:1" in the head, "charge:<line>/1" at a line, the line's own id where the line is the charge. */
  id: string;
  kind: 'freight' | 'fee';
  text: string;
  amount: Decimal;
  /** VAT category and rate. */
  taxGroup: string;
  /** Index of the invoice line at which it stands, or which it is; undefined in the head. */
  lineIndex: number | undefined;
  /** Is it a whole line of the invoice? */
  isLine: boolean;
}

/** Words and codes that tell freight from fees. */
export interface FreightSigns {
  words: readonly string[];
  reasonCodes: readonly string[];
}

/**
 * The charges of the head and, where lines are split from their charges (order-match.md 8), of the lines. A charge
 * of zero is none: "Fritt levert" is no freight (scenario C26).
 */
export function statedCharges(
  invoice: SupplierInvoice,
  signs: FreightSigns,
  lineCharges: OrderMatchSettings['lineCharges'],
): Charge[] {
  const ofHead = invoice.charges.map((charge, index) =>
    chargeOf(charge, `charge:${index + 1}`, taxGroup(charge, invoice), undefined, signs),
  );
  const ofLines =
    lineCharges === 'keep'
      ? []
      : invoice.lines.flatMap((line, lineIndex) =>
          line.charges.map((charge, index) =>
            chargeOf(charge, `charge:${line.id}/${index + 1}`, taxGroup(line, invoice), lineIndex, signs),
          ),
        );
  return [...ofHead, ...ofLines].filter((charge) => !isZero(charge.amount));
}

/** A line that is freight or a fee itself (scenario C22). */
export function lineAsCharge(
  line: InvoiceLine,
  kind: Charge['kind'],
  amount: Decimal,
  lineIndex: number,
  invoice: SupplierInvoice,
): Charge {
  return {
    id: line.id,
    kind,
    text: line.name ?? kind,
    amount,
    taxGroup: taxGroup(line, invoice),
    lineIndex,
    isLine: true,
  };
}

function chargeOf(
  charge: InvoiceAllowanceCharge,
  id: string,
  group: string,
  lineIndex: number | undefined,
  signs: FreightSigns,
): Charge {
  const code = foldText(charge.reasonCode ?? '').trim();
  const byCode = code !== '' && signs.reasonCodes.some((known) => foldText(known).trim() === code);
  const kind = byCode || saysFreight(charge.reason, signs.words) ? 'freight' : 'fee';
  const text = charge.reason ?? charge.reasonCode ?? kind;
  return { id, kind, text, amount: decimal(charge.amount), taxGroup: group, lineIndex, isLine: false };
}
