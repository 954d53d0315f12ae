import { currencyDecimals } from '../../domain/currency.table.ts';
import { type Decimal, isZero, ZERO } from '../../domain/decimal.ts';
import type { SupplierInvoice } from '../../domain/documents.generated.ts';
import { type Charge, lineAsCharge, statedCharges } from './charge.ts';
import type { LineSigns } from './classify-line.ts';
import { freightWords } from './freight-words.ts';
import { type LineValue, lineValue } from './line-value.ts';
import type { MatchLine } from './match-line.ts';
import type { MatchTask } from './match-task.ts';
import type { OrderLineState } from './order-line-state.ts';
import type { OrderMatchFacts, OrderMatchRuleSettings } from './order-match-facts.ts';
import { type PreparedLines, prepareLines } from './prepare-lines.ts';
import { type ProductDirectory, productDirectory } from './product-directory.ts';
import { spreadAllowances } from './spread-allowances.ts';
import { splitVat, type VatShares } from './split-vat.ts';

/** The lines of an invoice with what each is and costs, before anything is linked. */
export interface PricedLines extends PreparedLines {
  /** Of each line, by position. */
  values: readonly LineValue[];
  amounts: readonly Decimal[];
  /** Freight and fees for which there is no line of goods: of the head, split from lines, and lines of their own. */
  charges: readonly Charge[];
  /** Freight and fees at lines that stay in the amounts of their lines (`lineCharges: keep`). */
  kept: readonly Charge[];
  vat: VatShares;
  directory: ProductDirectory;
}

/** Classifies the lines, spreads the header's allowances over them, and splits the document's VAT. */
export function pricedLines(
  task: MatchTask,
  states: readonly OrderLineState[],
  facts: OrderMatchFacts,
  settings: OrderMatchRuleSettings,
): PricedLines {
  const { invoice } = task;
  const { lineCharges, freightReasonCodes, acceptR120Failures } = settings.orderMatch;
  const signs = lineSigns(task, facts, settings);
  const prepared = prepareLines(invoice, task.candidates, task.found, states, signs, lineCharges, task.inHand);
  const { lines } = prepared;
  const shares = spreadAllowances(invoice, lines, signs.decimals);
  const values = lines.map((line) => lineValue(line, shares[line.index] ?? ZERO, signs.decimals, acceptR120Failures));
  const amounts = values.map((value) => value.amount);
  const freight = { words: signs.freightWords, reasonCodes: freightReasonCodes };
  const stated = statedCharges(invoice, freight, lineCharges);
  const kept = lineCharges === 'keep' ? statedCharges({ ...invoice, charges: [] }, freight, 'split') : [];
  const charges = [...stated, ...linesAsCharges(invoice, lines, amounts)];
  const vat = splitVat(invoice, lines, amounts, charges, signs.decimals);
  return { ...prepared, values, amounts, charges, kept, vat, directory: signs.directory };
}

function lineSigns(
  task: MatchTask,
  facts: OrderMatchFacts,
  { company, orderMatch }: OrderMatchRuleSettings,
): LineSigns {
  return {
    directory: productDirectory(facts, task.supplier.supplierNo, orderMatch.learnedNeedsConfirm),
    freightWords: freightWords(company.freightProduct, facts.alternatives, task.orders),
    freightProduct: company.freightProduct,
    feeProduct: company.feeAndRoundingProduct,
    kind: task.invoice.kind,
    decimals: currencyDecimals(task.invoice.currency),
  };
}

/** Lines that are freight or a fee and have no order line of their own. */
function linesAsCharges(invoice: SupplierInvoice, lines: readonly MatchLine[], amounts: readonly Decimal[]): Charge[] {
  return lines
    .filter((line) => line.role === 'charge')
    .map((line) => lineAsCharge(line.line, line.chargeKind ?? 'fee', amounts[line.index] ?? ZERO, line.index, invoice))
    .filter((charge) => !isZero(charge.amount));
}
