import { makeOrder } from '../world/make-order.ts';
import type { ClassRow, Scene, StoryWish } from './class-row.ts';

/** One order, one delivery, and no word of the order but in the header. */
const ONE: StoryWish = { orders: 1, deliveries: 1, writing: { references: 'none' } };

const refer =
  (write: (orderNo: string) => string | null) =>
  ({ draft, orders }: Scene) => {
    draft.spec.orderRef = write(orders[0]?.orderNo ?? '');
  };

/** Orders that are not named, named wrongly, or not to be invoiced. */
export const ORDER_FAULTS: readonly ClassRow[] = [
  {
    name: 'no order number',
    scenarios: ['O03'],
    share: 2,
    wish: ONE,
    change: refer(() => null),
    calls: 7,
    reason: 'MISSING_VALUE',
  },
  {
    name: 'order number NA',
    scenarios: ['O04'],
    wish: ONE,
    change: refer(() => 'NA'),
    calls: 7,
    reason: 'MISSING_VALUE',
  },
  {
    name: 'unknown order',
    scenarios: ['O02'],
    share: 2,
    wish: ONE,
    change: refer((orderNo) => `9${orderNo}`),
    calls: 3,
    reason: 'ORDER_NOT_FOUND',
  },
  {
    name: 'one of two orders unknown',
    scenarios: ['O02', 'O10'],
    wish: ONE,
    change: refer((orderNo) => `${orderNo}, 9${orderNo}`),
    calls: 3,
    reason: 'ORDER_NOT_FOUND',
  },
  {
    name: 'order of another supplier',
    scenarios: ['O08'],
    share: 2,
    wish: ONE,
    change: ({ orders, supplier, world }) => {
      const other = world.suppliers.find(({ supplierNo }) => supplierNo !== supplier.supplierNo);
      for (const order of orders) order.supplierNo = other?.supplierNo ?? order.supplierNo;
    },
    calls: 3,
    reason: 'SUPPLIER_MISMATCH',
  },
  {
    name: 'cancelled order',
    scenarios: ['O08'],
    wish: { ...ONE, order: { flags: { cancelled: true } } },
    calls: 3,
    reason: 'ORDER_CANCELLED',
  },
  {
    name: 'another order of the supplier',
    scenarios: ['L21', 'O12'],
    wish: ONE,
    change: ({ draft, orders, supplier, otherProducts, world, luck }) => {
      const other = makeOrder(
        world,
        supplier,
        otherProducts,
        { ...(orders[0] === undefined ? {} : { currency: orders[0].currency }) },
        luck,
      );
      orders.push(other);
      draft.spec.orderRef = other.orderNo;
    },
    calls: 9,
    reason: 'PRODUCT_NOT_ON_ORDER',
  },
  {
    name: "another supplier's order in the note",
    scenarios: ['O06'],
    wish: ONE,
    change: ({ draft, orders, supplier, world }) => {
      const other = world.suppliers.find(({ supplierNo }) => supplierNo !== supplier.supplierNo);
      for (const order of orders) order.supplierNo = other?.supplierNo ?? order.supplierNo;
      draft.spec.orderRef = null;
      draft.spec.note = `Viser til ordre ${orders[0]?.orderNo}`;
    },
    calls: 7,
    reason: 'MISSING_VALUE',
  },
  {
    name: 'order number in the note',
    scenarios: ['O06'],
    share: 2,
    wish: ONE,
    change: ({ draft, orders }) => {
      draft.spec.orderRef = null;
      draft.spec.note = `Vi viser til deres ordre ${orders[0]?.orderNo}. Takk.`;
    },
    calls: 8,
    reason: 'ORDER_FROM_TEXT',
  },
  {
    name: 'order number as buyer reference',
    scenarios: ['O03'],
    wish: ONE,
    change: ({ draft, orders }) => {
      draft.spec.orderRef = null;
      draft.spec.buyerReference = orders[0]?.orderNo ?? '';
    },
  },
  { name: 'order number with a prefix', scenarios: ['O01'], wish: ONE, change: refer((orderNo) => `PO-${orderNo}`) },
  { name: 'order number with a suffix', scenarios: ['O11'], wish: ONE, change: refer((orderNo) => `${orderNo}-2`) },
  {
    name: 'order number among words',
    scenarios: ['O10'],
    wish: ONE,
    change: refer((orderNo) => `Ordre ${orderNo} / Hansen`),
  },
  {
    name: 'order number at the lines only',
    scenarios: ['O09'],
    wish: ONE,
    change: ({ draft, orders }) => {
      draft.spec.orderRef = null;
      draft.spec.lines = draft.spec.lines.map((line) => ({ ...line, orderRef: orders[0]?.orderNo ?? '' }));
    },
  },
  {
    name: 'order and line in one reference',
    scenarios: ['O11'],
    wish: ONE,
    change: ({ draft, orders, parts }) => {
      draft.spec.orderRef = null;
      draft.spec.lines = draft.spec.lines.map((line, index) => ({
        ...line,
        orderLineRef: `${orders[0]?.orderNo}-${parts[index]?.line.lineNo}`,
      }));
    },
  },
  {
    name: 'gross order',
    scenarios: ['R01'],
    wish: { ...ONE, order: { flags: { gross: true } } },
    calls: 8,
    reason: 'GROSS_ORDER',
  },
  {
    name: 'order blocked by prepayment',
    scenarios: ['Z01'],
    wish: { ...ONE, order: { flags: { prepayment: true } } },
    calls: 8,
    reason: 'PREPAYMENT_BLOCKED',
  },
  {
    name: 'one of two orders blocked by prepayment',
    scenarios: ['Z14'],
    wish: { orders: 2, deliveries: 1 },
    change: ({ orders }) => {
      for (const order of orders.slice(1)) order.prepayment = true;
    },
    calls: 8,
    reason: 'PREPAYMENT_BLOCKED',
  },
  {
    name: 'other currency',
    scenarios: ['V01'],
    share: 2,
    change: ({ draft }) => {
      draft.spec.currency = draft.spec.currency === 'NOK' ? 'EUR' : 'NOK';
    },
    calls: 10,
    reason: 'CURRENCY_MISMATCH',
  },
];
