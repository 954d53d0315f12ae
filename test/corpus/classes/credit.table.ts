import { decimal, decimalText, roundedText } from '../../../src/domain/decimal.ts';
import type { UblLine } from '../../support/ubl-spec.ts';
import { changeLine, deviate } from '../world/draft-invoice.ts';
import { moneyOf, plainLine } from '../world/write-lines.ts';
import type { ClassRow, Scene, StoryWish } from './class-row.ts';

const CREDIT: StoryWish = { credit: true, noHabits: true };

/** Credits another quantity of the first line than what is true. */
function credit({ draft, parts: [part] }: Scene, quantity: string): void {
  if (part === undefined) return;
  const { price, net } = plainLine({ line: part.line, quantity });
  changeLine(draft, 0, { quantity, price, ...(net === undefined ? {} : { net }) });
}

/** The line with minus signs on quantity, net and allowances, as some systems write what is given back. */
function negative(line: UblLine): Partial<UblLine> {
  const minus = (text: string) => decimalText(decimal(text).neg());
  return {
    quantity: minus(line.quantity),
    net: roundedText(decimal(line.net ?? '0').neg(), 2),
    allowances: (line.allowances ?? []).map((row) => ({ ...row, amount: minus(row.amount) })),
  };
}

/** Credit notes, honest and not. All come after the invoices that they are for. */
export const CREDIT_NOTES: readonly ClassRow[] = [
  { name: 'credit note', scenarios: ['N05', 'N06'], share: 6, wish: CREDIT },
  { name: 'credit note on several orders', scenarios: ['N05'], wish: { ...CREDIT, orders: 2 } },
  {
    name: 'credit note of repeated products',
    scenarios: ['N05', 'L05'],
    share: 2,
    wish: { ...CREDIT, order: { repeats: 'prices', lines: 25 } },
  },
  {
    name: 'credit note that names only the invoice',
    scenarios: ['N03'],
    wish: { ...CREDIT, orders: 1, deliveries: 1, writing: { references: 'none' } },
    change: ({ draft, earlier }) => {
      draft.spec.orderRef = null;
      draft.spec.precedingInvoices = [earlier.at(-1)?.spec.number ?? ''];
    },
  },
  {
    name: 'credit of more than was invoiced',
    scenarios: ['N02'],
    share: 2,
    wish: { ...CREDIT, deliveries: 1 },
    change: (scene) => credit(scene, decimalText(decimal(scene.parts[0]?.line.quantity ?? '0').plus('40'))),
    calls: 4,
    reason: 'OVER_QUANTITY',
  },
  {
    name: 'credit at a lower price',
    scenarios: ['N03'],
    share: 2,
    wish: { ...CREDIT, deliveries: 1, order: { first: { quantity: '40', price: '500.00' } } },
    change: (scene) => {
      const [part] = scene.parts;
      if (part === undefined) return;
      deviate(scene.draft, 0, decimalText(decimal(moneyOf(part.line, part.quantity)).times('-0.5')));
    },
    calls: 4,
    reason: 'OUTSIDE_TOLERANCE',
  },
  {
    name: 'credit of goods that were never invoiced',
    scenarios: ['N02', 'L16'],
    wish: { ...CREDIT, deliveries: 1, orders: 1 },
    change: ({ draft, orders, otherProducts }) => {
      const product = otherProducts.find(({ unit }) => unit === 'H87');
      const [order] = orders;
      if (product === undefined || order === undefined) return;
      const lineNo = Math.max(...order.lines.map((line) => line.lineNo)) + 1;
      const line = {
        lineNo,
        product,
        quantity: '20',
        price: '300.00',
        discountPercent: null,
        invoicedQuantity: '0',
        account: null,
        project: null,
      };
      order.lines.push(line);
      const { orderLineRef: _, ...rest } = draft.spec.lines[0] ?? plainLine({ line, quantity: '10' });
      draft.spec.lines = [{ ...rest, ...plainLine({ line, quantity: '10' }) }];
      draft.truth.lines = [{ parts: [] }];
    },
    calls: 4,
    reason: 'OVER_QUANTITY',
  },
  {
    name: 'credit note with minus signs',
    scenarios: ['N05', 'N06'],
    share: 2,
    wish: { ...CREDIT, deliveries: 1, orders: 1 },
    change: ({ draft }) => {
      draft.spec.lines = draft.spec.lines.map((line) => ({ ...line, ...negative(line) }));
    },
    calls: 8,
    reason: 'NEGATIVE_CREDIT_NOTE',
    orElse: [4],
  },
  {
    name: 'invoice of returns only',
    scenarios: ['N05'],
    wish: { ...CREDIT, deliveries: 1, orders: 1 },
    change: ({ draft }) => {
      draft.spec.kind = 'invoice';
      delete draft.spec.precedingInvoices;
      draft.spec.lines = draft.spec.lines.map((line) => ({ ...line, ...negative(line) }));
      draft.truth.lines = draft.truth.lines.map(({ parts }) => ({
        parts: parts.map((part) => ({ ...part, quantity: `-${part.quantity}` })),
      }));
    },
  },
  {
    name: 'credited twice',
    scenarios: ['N02', 'D06'],
    wish: { ...CREDIT, deliveries: 1, whole: true, orders: 1, supplier: 'plain' },
    change: (scene) => {
      const { draft, world, supplier, also, parts } = scene;
      const [part] = parts;
      if (part === undefined) return;
      credit(scene, part.line.quantity);
      draft.truth.lines[0] = {
        parts: [{ orderNo: part.order.orderNo, lineNo: part.line.lineNo, quantity: part.line.quantity }],
      };
      const number = world.nextInvoiceNo(supplier);
      const truth = { ...draft.truth, lines: [...draft.truth.lines] };
      also({ spec: { ...draft.spec, number }, truth, calls: [4], reasons: ['OVER_QUANTITY'] });
    },
  },
];
