import { decimal, decimalText, round, roundedText } from '../../../src/domain/decimal.ts';
import type { Chance } from '../../support/random.ts';
import type { UblLine } from '../../support/ubl-spec.ts';
import type { DeliveredPart } from './deliver.ts';
import type { CorpusOrderLine } from './world.ts';

/** Units of one family that are written for each other: the same quantity in another code, or a finer unit. */
const OTHER_UNITS: Readonly<Record<string, readonly { unit: string; times: string; decimals: number }[]>> = {
  H87: [
    { unit: 'EA', times: '1', decimals: 0 },
    { unit: 'C62', times: '1', decimals: 0 },
  ],
  KGM: [{ unit: 'GRM', times: '1000', decimals: 3 }],
  LTR: [{ unit: 'MLT', times: '1000', decimals: 3 }],
  MTR: [{ unit: 'CMT', times: '100', decimals: 2 }],
};

/** The price of one after discount, exactly. */
export function netPriceOf({ price, discountPercent }: CorpusOrderLine): ReturnType<typeof decimal> {
  return decimal(price)
    .times(decimal('100').minus(discountPercent ?? '0'))
    .times('0.01');
}

/** What the order says that a quantity of its line costs, rounded to the currency. */
export function moneyOf(line: CorpusOrderLine, quantity: string): string {
  return roundedText(netPriceOf(line).times(quantity), 2);
}

/** A delivered part as a supplier without any habits writes it: his number, our unit, the net price. */
export function plainLine({ line, quantity }: Pick<DeliveredPart, 'line' | 'quantity'>): UblLine {
  const { product } = line;
  return {
    name: product.name,
    sku: product.sku,
    quantity,
    unit: product.unit,
    price: decimalText(netPriceOf(line)),
    net: moneyOf(line, quantity),
    taxPercent: product.taxPercent,
  };
}

/** The same as some suppliers write it: other identifiers, other units, packs, prices for a hundred, discounts apart. */
export function writtenLine(part: DeliveredPart, luck: Chance): UblLine {
  const plain = inOtherUnit(plainLine(part), part, luck);
  const identified = { ...plain, ...identifiers(part, luck) };
  const discounted = withDiscountApart(identified, part, luck);
  return luck.fraction() < 0.1 ? perHundred(discounted) : discounted;
}

function identifiers({ line: { product } }: DeliveredPart, luck: Chance): Partial<UblLine> {
  const dice = luck.fraction();
  if (dice < 0.55) return { sku: product.sku };
  if (dice < 0.8) return { sku: product.sku, gtin: product.gtin };
  if (dice < 0.9) return { sku: product.sku, buyer: product.productNo };
  return { sku: '', gtin: product.gtin };
}

/** In packs where they come out even, in another code of the unit, in a finer unit; the money stays the same. */
function inOtherUnit(written: UblLine, { line: { product } }: DeliveredPart, luck: Chance): UblLine {
  const dice = luck.fraction();
  const { pack } = product;
  if (pack !== null && dice < 0.5 && Number(written.quantity) % pack.quantity === 0) {
    const quantity = String(Number(written.quantity) / pack.quantity);
    return {
      ...written,
      unit: pack.unit,
      quantity,
      price: decimal(written.price).times(String(pack.quantity)).toFixed(),
    };
  }
  if (dice > 0.2) return written;
  const other = luck.pick(OTHER_UNITS[product.unit] ?? []);
  const quantity = decimalText(decimal(written.quantity).times(other.times));
  const digits = (written.price.split('.')[1] ?? '').length + other.decimals;
  return {
    ...written,
    unit: other.unit,
    quantity,
    price: decimalText(round(decimal(written.price).div(other.times), digits)),
  };
}

/** The order's discount as an allowance at the line, so that gross less allowance is the net. */
function withDiscountApart(written: UblLine, { line }: DeliveredPart, luck: Chance): UblLine {
  if (line.discountPercent === null || written.unit !== line.product.unit || luck.fraction() < 0.5) return written;
  const gross = round(decimal(line.price).times(written.quantity), 2);
  const allowance = roundedText(gross.minus(written.net ?? '0'), 2);
  if (allowance === '0.00') return written;
  return { ...written, price: line.price, allowances: [{ amount: allowance, reason: 'Rabatt' }] };
}

function perHundred(written: UblLine): UblLine {
  return { ...written, price: decimalText(decimal(written.price).times('100')), base: '100' };
}
