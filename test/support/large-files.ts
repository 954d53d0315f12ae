import { LARGE_BYTES } from '../../src/pipeline/large/large-file.ts';

/** The mapping of the export below. */
export const EXPORT_MAPPING = `mapping: partner-export
direction: in
claims: { channel: visma, name: "export*.xml", root: PurchaseOrders }
source: { format: xml, each: /PurchaseOrders/PurchaseOrder, decimal: ",", date: dd.MM.yyyy }
document: purchase-order
rows:
  - { to: orderNo, from: Number }
  - { to: orderType, value: '1' }
  - { to: transactionType, value: '6' }
  - { to: supplierNo, from: Supplier }
  - { to: currency, from: Currency }
  - { to: orderDate, from: Date, convert: date }
  - to: lines
    each: Lines/Line
    rows:
      - { to: lineNo, from: "@no", convert: integer }
      - { to: productNo, from: Article }
      - { to: description, from: Text }
      - { to: quantity, from: Qty, convert: decimal }
      - { to: price, from: Price, convert: decimal }
`;

/** Which orders a large file has. `bad`: the one without its currency, counted from 1; 0: none. */
export interface LargeOrders {
  count: number;
  bad?: number;
  /** Makes the prices others. */
  price?: number;
}

const LINES = [1, 2, 3, 4, 5, 6];

/** How a large file of orders begins and ends, each order in between, and the line on which one stands. */
export interface LargeForm {
  ending: string;
  begins: string;
  order(number: number, bad: boolean, price: number): string;
  ends: string;
  lineOf(number: number): number;
}

/** An export in XML, seven lines an order. */
export const XML_EXPORT: LargeForm = {
  ending: 'xml',
  begins: '<?xml version="1.0" encoding="UTF-8"?>\n<PurchaseOrders>\n',
  order(number, bad, price) {
    const lines = LINES.map(
      (line) =>
        `<Line no="${line}"><Article>P${line}</Article><Text>Article number ${line}, as it is called in the catalogue of this year</Text><Qty>${10 + (number % 7)}</Qty><Price>${price * line},${String(number % 100).padStart(2, '0')}</Price></Line>\n`,
    );
    const currency = bad ? '' : '<Currency>NOK</Currency>';
    return `<PurchaseOrder><Number>L${number}</Number><Supplier>50001</Supplier>${currency}<Date>21.11.2026</Date><Lines>${lines.join('')}</Lines></PurchaseOrder>\n`;
  },
  ends: '</PurchaseOrders>\n',
  lineOf: (number) => 3 + (number - 1) * (LINES.length + 1),
};

/** The same as canonical JSON, a line an order. */
export const NDJSON_EXPORT: LargeForm = {
  ending: 'ndjson',
  begins: '',
  order(number, bad, price) {
    const lines = LINES.map((line) => ({
      ...{ lineNo: line, productNo: `P${line}` },
      description: `Article number ${line}, as it is called in the catalogue of this year`,
      ...{ quantity: String(10 + (number % 7)), price: `${price * line}.${String(number % 100).padStart(2, '0')}` },
    }));
    const head = { document: 'purchase-order', orderNo: `L${number}`, orderType: 1, transactionType: 6 };
    const currency = bad ? {} : { currency: 'NOK' };
    return `${JSON.stringify({ ...head, supplierNo: '50001', ...currency, orderDate: '2026-11-21', lines })}\n`;
  },
  ends: '',
  lineOf: (number) => number,
};

/** The pieces of a large file, for whoever writes it. */
export function* largeFilePieces(form: LargeForm, { count, bad = 0, price = 10 }: LargeOrders): Generator<string> {
  yield form.begins;
  for (let number = 1; number <= count; number += 1) yield form.order(number, number === bad, price);
  yield form.ends;
}

/** The smallest such file that is large, and how many orders it has. */
export function justLarge(form: LargeForm, more: Omit<LargeOrders, 'count'> = {}): { count: number; text: string } {
  const one = Buffer.byteLength(form.order(1_000, false, more.price ?? 10));
  const count = Math.ceil((LARGE_BYTES * 1.02) / one);
  const text = [...largeFilePieces(form, { count, ...more })].join('');
  if (Buffer.byteLength(text) <= LARGE_BYTES) throw new Error('this file is not large');
  return { count, text };
}
