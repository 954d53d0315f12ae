import { decimal, roundedText } from '../../../src/domain/decimal.ts';
import { addLine, changeLine } from '../world/draft-invoice.ts';
import { moneyOf, plainLine } from '../world/write-lines.ts';
import type { ClassRow, Scene } from './class-row.ts';
import { addOrderLine, otherProduct, WORTHY } from './worthy-scene.ts';

/** References to order lines, and units, that are not what they seem. */
export const LINE_FAULTS: readonly ClassRow[] = [
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
    calls: 8,
    reason: 'OVER_QUANTITY_OUTSIDE',
  },
  {
    name: 'quantity and price exchanged',
    scenarios: ['T18', 'L14'],
    wish: WORTHY,
    change: ({ draft }) => changeLine(draft, 0, { quantity: '75', price: '40.00' }),
    calls: 8,
    reason: 'OVER_QUANTITY_OUTSIDE',
  },
  {
    name: 'a line twice',
    scenarios: ['L01', 'L14'],
    wish: WORTHY,
    change: ({ draft }) => {
      const [line] = draft.spec.lines;
      if (line !== undefined) addLine(draft, { ...line });
    },
    calls: 4,
    reason: 'OVER_QUANTITY',
  },
  {
    name: 'negative quantity at a negative price',
    scenarios: ['N05'],
    wish: WORTHY,
    change: ({ draft }) => changeLine(draft, 0, { quantity: '-40', price: '-75.00' }),
    calls: 4,
    orElse: [7, 8, 9],
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
