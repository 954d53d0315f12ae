import { decimal, roundedText } from '../../../src/domain/decimal.ts';
import { addLine, changeLine } from '../world/draft-invoice.ts';
import { moneyOf, plainLine } from '../world/write-lines.ts';
import type { CorpusOrderLine, CorpusProduct } from '../world/world.ts';
import type { ClassRow, Scene, StoryWish } from './class-row.ts';

/** One whole delivery whose first line is worth enough that no tolerance covers a wrong product. */
const WORTHY: StoryWish = {
  deliveries: 1,
  whole: true,
  orders: 1,
  order: { first: { quantity: '40', price: '75.00' } },
  writing: { references: 'none' },
};

/** A product that no order of the story has. */
function otherProduct({ otherProducts }: Scene, fits: (product: CorpusProduct) => boolean = () => true): CorpusProduct {
  const found = otherProducts.find((product) => product.unit === 'H87' && fits(product));
  if (found === undefined) throw new RangeError('The supplier has no other product.');
  otherProducts.splice(otherProducts.indexOf(found), 1);
  return found;
}

/** Another line on the first order, of which nothing was delivered. */
function addOrderLine(scene: Scene, more: Pick<CorpusOrderLine, 'product' | 'quantity' | 'price'>): CorpusOrderLine {
  const lines = scene.orders[0]?.lines ?? [];
  const lineNo = Math.max(...lines.map((line) => line.lineNo)) + 1;
  const line: CorpusOrderLine = {
    lineNo,
    discountPercent: null,
    invoicedQuantity: '0',
    account: null,
    project: null,
    ...more,
  };
  lines.push(line);
  return line;
}

const without =
  (...names: ('sku' | 'gtin')[]) =>
  (scene: Scene) =>
    changeLine(scene.draft, 0, (line) => {
      const rest = { ...line };
      for (const name of names) delete rest[name];
      return rest;
    });

/** Products that are named wrongly, doubly or not at all. */
export const PRODUCT_FAULTS: readonly ClassRow[] = [
  {
    name: 'unknown product number',
    scenarios: ['L20'],
    share: 2,
    wish: WORTHY,
    change: ({ draft }) => changeLine(draft, 0, { sku: 'ZZ-99' }),
    calls: 9,
    reason: 'PRODUCT_UNKNOWN',
  },
  {
    name: 'name only',
    scenarios: ['L20'],
    wish: WORTHY,
    change: without('sku', 'gtin'),
    calls: 9,
    reason: 'PRODUCT_UNKNOWN',
  },
  {
    name: 'number of another product of the order',
    scenarios: ['L20', 'P01'],
    share: 2,
    wish: WORTHY,
    change: (scene) => {
      const { product } = addOrderLine(scene, { product: otherProduct(scene), quantity: '100', price: '20.00' });
      changeLine(scene.draft, 0, { sku: product.sku });
    },
    calls: 4,
    reason: 'OUTSIDE_TOLERANCE',
  },
  {
    name: 'product that was not ordered',
    scenarios: ['L21'],
    share: 2,
    change: (scene) => {
      const product = otherProduct(scene);
      addLine(scene.draft, {
        sku: product.sku,
        name: product.name,
        quantity: '3',
        price: '19.00',
        net: '57.00',
        unit: product.unit,
      });
    },
    calls: 9,
    reason: 'PRODUCT_NOT_ON_ORDER',
  },
  {
    name: 'conflicting GTIN, both on the order',
    scenarios: ['P08'],
    wish: WORTHY,
    change: (scene) => {
      const { product } = addOrderLine(scene, { product: otherProduct(scene), quantity: '40', price: '75.00' });
      changeLine(scene.draft, 0, { gtin: product.gtin });
    },
    calls: 9,
    reason: 'PRODUCT_CONFLICT',
  },
  {
    name: 'conflicting GTIN, one on the order',
    scenarios: ['P08'],
    share: 2,
    wish: WORTHY,
    change: (scene) => changeLine(scene.draft, 0, { gtin: otherProduct(scene).gtin }),
    calls: 8,
    reason: 'PRODUCT_CONFLICT_RESOLVED',
  },
  {
    name: 'GTIN with a leading zero',
    scenarios: ['P02', 'P03', 'P04'],
    change: (scene) => {
      without('sku')(scene);
      changeLine(scene.draft, 0, { gtin: `0${scene.parts[0]?.line.product.gtin}` });
    },
  },
  {
    name: 'GTIN of zeros only',
    scenarios: ['P05'],
    wish: WORTHY,
    change: (scene) => {
      without('sku')(scene);
      changeLine(scene.draft, 0, { gtin: '00000000000000' });
    },
    calls: 9,
    reason: 'PRODUCT_UNKNOWN',
  },
  {
    name: 'product number in another spelling',
    scenarios: ['P12'],
    change: ({ draft }) =>
      changeLine(draft, 0, (line) => ({ ...line, sku: (line.sku ?? '').toLowerCase().replace('-', ' ') })),
    reason: 'PRODUCT_NUMBER_NORMALISED',
  },
  {
    name: 'product number of another supplier',
    scenarios: ['P01'],
    wish: WORTHY,
    change: (scene) => {
      const [other] = scene.world.suppliers.filter(({ supplierNo }) => supplierNo !== scene.supplier.supplierNo);
      changeLine(scene.draft, 0, { sku: other?.products[0]?.sku ?? '' });
    },
    calls: 9,
    reason: 'PRODUCT_UNKNOWN',
  },
  {
    name: 'number of the buyer beside a wrong one',
    scenarios: ['P13'],
    wish: WORTHY,
    change: (scene) => {
      const { product } = addOrderLine(scene, { product: otherProduct(scene), quantity: '40', price: '75.00' });
      changeLine(scene.draft, 0, { sku: product.sku, buyer: scene.parts[0]?.line.product.productNo ?? '' });
    },
  },
  {
    name: 'unknown number, order line named',
    scenarios: ['L10'],
    wish: WORTHY,
    change: ({ draft, parts }) => changeLine(draft, 0, { sku: 'ZZ-99', orderLineRef: String(parts[0]?.line.lineNo) }),
    reason: 'PRODUCT_BY_ORDER_LINE_REFERENCE',
  },
  {
    name: 'unknown number, order line named, other price',
    scenarios: ['L11'],
    wish: WORTHY,
    change: ({ draft, parts }) =>
      changeLine(draft, 0, {
        sku: 'ZZ-99',
        orderLineRef: String(parts[0]?.line.lineNo),
        price: '97.50',
        net: '3900.00',
      }),
    calls: 9,
    reason: 'PRODUCT_UNKNOWN',
  },
  {
    name: 'reference to a line of another product',
    scenarios: ['L09'],
    wish: WORTHY,
    change: (scene) => {
      const { lineNo } = addOrderLine(scene, { product: otherProduct(scene), quantity: '40', price: '75.00' });
      changeLine(scene.draft, 0, { orderLineRef: String(lineNo) });
    },
    reason: 'ORDER_LINE_REFERENCE_IGNORED',
  },
  {
    name: 'reference to the same product at a near price',
    scenarios: ['L09', 'L05'],
    share: 2,
    wish: WORTHY,
    change: (scene) => {
      const product = scene.parts[0]?.line.product;
      if (product === undefined) return;
      const { lineNo } = addOrderLine(scene, { product, quantity: '50', price: '75.25' });
      changeLine(scene.draft, 0, { orderLineRef: String(lineNo) });
    },
    orElse: [4, 8],
  },
  {
    name: 'supplier numbers his own lines',
    scenarios: ['L09'],
    share: 2,
    wish: { orders: 1, order: { repeats: 'none' } },
    change: numberOwnLines,
  },
  {
    name: 'supplier numbers his own lines of repeated products',
    scenarios: ['L09', 'L05'],
    share: 2,
    wish: { orders: 1, order: { repeats: 'prices', lines: 25 } },
    change: numberOwnLines,
    orElse: [4, 8],
  },
  {
    name: 'unit that cannot be converted',
    scenarios: ['U06'],
    wish: WORTHY,
    change: ({ draft }) => changeLine(draft, 0, { unit: 'LTR' }),
    calls: 9,
    reason: 'UNIT_NOT_CONVERTIBLE',
  },
  {
    name: 'packs written as pieces',
    scenarios: ['U05'],
    change: (scene) => addPacked(scene, 'H87', true),
    calls: 4,
    reason: 'OUTSIDE_TOLERANCE',
  },
  {
    name: 'pieces written as packs',
    scenarios: ['U05', 'L14'],
    share: 2,
    change: (scene) => addPacked(scene, 'XCT', false),
    calls: 4,
    reason: 'OVER_QUANTITY',
  },
  {
    name: 'price for a hundred, written for one',
    scenarios: ['U01', 'U02'],
    wish: WORTHY,
    change: ({ draft }) => changeLine(draft, 0, { price: '7500.00', net: '300000.00' }),
    calls: 4,
    reason: 'OUTSIDE_TOLERANCE',
  },
];

/** References are 1, 2, 3 … as the lines of the invoice stand: they are nobody's order lines. */
function numberOwnLines({ draft }: Scene): void {
  draft.spec.lines = draft.spec.lines.map((line, index) => ({ ...line, orderLineRef: String(index + 1) }));
}

/** Five packs were ordered in pieces and delivered; the invoice mixes up pieces and packs. The money is right. */
function addPacked(scene: Scene, unit: string, inPacks: boolean): void {
  const product = otherProduct(scene, ({ pack }) => pack !== null);
  const pack = product.pack?.quantity ?? 1;
  const quantity = String(5 * pack);
  const line = addOrderLine(scene, { product, quantity, price: '30.00' });
  const written = plainLine({ line, quantity });
  const asWritten = inPacks
    ? { ...written, unit, quantity: '5', price: roundedText(decimal('30').times(String(pack)), 2) }
    : { ...written, unit };
  const orderNo = scene.orders[0]?.orderNo ?? '';
  const ofOrder = scene.draft.spec.lines.find(({ orderRef }) => orderRef === orderNo);
  const net = moneyOf(line, quantity);
  addLine(
    scene.draft,
    { ...asWritten, net, ...(ofOrder === undefined ? {} : { orderRef: orderNo }) },
    { parts: [{ orderNo, lineNo: line.lineNo, quantity }] },
  );
}
