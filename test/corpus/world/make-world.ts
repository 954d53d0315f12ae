import { type Chance, chance } from '../../support/random.ts';
import { withGtinCheckDigit, withOrganisationCheckDigit } from './check-digits.ts';
import type { CorpusProduct, CorpusSupplier, World } from './world.ts';

/** Own tolerances of suppliers: not set at all, one of both, wider, narrower, none allowed. */
const TOLERANCES = [
  { tolerancePercent: null, toleranceAmount: null },
  { tolerancePercent: null, toleranceAmount: null },
  { tolerancePercent: '1', toleranceAmount: null },
  { tolerancePercent: null, toleranceAmount: '10.00' },
  { tolerancePercent: '5', toleranceAmount: '200.00' },
  { tolerancePercent: '0', toleranceAmount: null },
] as const;

/** Words of freight as suppliers' descriptions have them; the last supplier has none, so that every charge is a fee. */
const FREIGHT_WORDS = [['frakt', 'freight', 'delivery'], ['frakt', 'transport'], ['versand', 'levering'], []] as const;

const UNITS = ['H87', 'H87', 'H87', 'H87', 'H87', 'KGM', 'LTR', 'MTR'] as const;
const PACKS = [6, 10, 12, 24] as const;
const NAMES = ['Skrue', 'Kabel', 'Maling', 'Pumpe', 'Lampe', 'Hanske', 'Filter', 'Brakett', 'Olje', 'Plate'] as const;

const SUPPLIERS = 24;
const PRODUCTS_OF_ONE = 70;

/** The suppliers and products of a seed. */
export function makeWorld(seed: number): World {
  const luck = chance(seed);
  const suppliers = Array.from({ length: SUPPLIERS }, (_, index) => makeSupplier(index, luck));
  let orderNo = 200_000;
  const invoiceNos = new Map<string, number>();
  return {
    suppliers,
    nextOrderNo: () => {
      orderNo += 1;
      return String(orderNo);
    },
    nextInvoiceNo: ({ supplierNo }) => {
      const next = (invoiceNos.get(supplierNo) ?? 7_000) + 1;
      invoiceNos.set(supplierNo, next);
      return `F-${next}`;
    },
  };
}

function makeSupplier(index: number, luck: Chance): CorpusSupplier {
  return {
    supplierNo: String(50_001 + index),
    name: `Leverandør ${index + 1} AS`,
    organisationNo: withOrganisationCheckDigit(98_000_000 + index * 137),
    account: '86011117947',
    ...(TOLERANCES[index % TOLERANCES.length] ?? TOLERANCES[0]),
    noFreight: index % 7 === 3,
    noFees: index % 7 === 5,
    freightWords: FREIGHT_WORDS[index % FREIGHT_WORDS.length] ?? [],
    products: Array.from({ length: PRODUCTS_OF_ONE }, (_, product) => makeProduct(index, product, luck)),
  };
}

function makeProduct(supplier: number, index: number, luck: Chance): CorpusProduct {
  const number = 1000 + supplier * PRODUCTS_OF_ONE + index;
  const unit = luck.pick(UNITS);
  const packed = unit === 'H87' && luck.fraction() < 0.3;
  return {
    productNo: `P${number}`,
    name: `${luck.pick(NAMES)} type ${String.fromCharCode(65 + (index % 26))}`,
    sku: `${String.fromCharCode(65 + (index % 26))}${String.fromCharCode(65 + supplier)}-${number}`,
    gtin: withGtinCheckDigit(703_801_000_000 + number),
    unit,
    price: luck.fraction() < 0.2 ? (luck.between(100, 9_999) / 10_000).toFixed(4) : price(luck),
    pack: packed ? { unit: 'XCT', quantity: luck.pick(PACKS) } : null,
    taxPercent: luck.fraction() < 0.8 ? '25' : '15',
  };
}

/** From one to some thousands, small ones oftener. */
function price(luck: Chance): string {
  return (luck.between(100, 1_000) * 10 ** luck.between(0, 2) * 0.01).toFixed(2);
}
