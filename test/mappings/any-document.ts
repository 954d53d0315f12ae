import fc, { type Arbitrary } from 'fast-check';

/** Valid documents of one type, as many as a test wants. */
export interface DocumentKindOfTrip {
  name: string;
  documents: Arbitrary<Readonly<Record<string, unknown>>>;
}

const pick = (characters: string, minLength = 1, maxLength = 12): Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...characters), minLength, maxLength });

/** A number or code in capital letters, for some mappings write it so; leading zeros count. */
const code = pick('0123456789ABCXYZÆØÅ/.');
/** What people write: also what formats use for themselves. Every encoding here has these characters. */
const words = pick('aZ æøå "\'&<>,.:=+@#|\\–«»é%', 1, 30)
  .map((text) => text.trim())
  .filter((text) => text !== '');
const decimal = fc
  .tuple(fc.constantFrom('', '-'), fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.option(pick('0123456789', 1, 9)))
  .map(([sign, whole, rest]) => `${sign}${whole}${rest === null ? '' : `.${rest}`}`);
const date = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2079-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const instant = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2079-12-31T00:00:00Z'), noInvalidDate: true })
  .map((time) => time.toISOString());
const currency = fc.constantFrom('NOK', 'EUR', 'SEK');
const unit = fc.constantFrom('H87', 'KGM', 'XPX', 'MTK', 'DZN');
const orderType = fc.constantFrom('SO', 'CM', 'CS', 'CR', 'IN', 'RC', 'RM', 'RR');

/** A record in which what is named as optional is sometimes not there. */
function some<T extends Record<string, Arbitrary<unknown>>>(always: T, sometimes: Record<string, Arbitrary<unknown>>) {
  return fc.record({ ...always, ...sometimes }, { requiredKeys: Object.keys(always) }) as Arbitrary<
    Readonly<Record<string, unknown>>
  >;
}

const line = some(
  { lineNo: fc.nat(), productNo: code, quantity: decimal, unitPrice: decimal },
  { description: words, unit, discountPercent: decimal },
);
const lines = fc.array(line, { maxLength: 4 });

export const SALES_ORDER: DocumentKindOfTrip = {
  name: 'sales-order',
  documents: some(
    {
      document: fc.constant('sales-order'),
      entity: code,
      orderNo: code,
      customerNo: code,
      orderDate: date,
      deliveryDate: date,
      currency,
      orderReady: fc.boolean(),
      lines,
    },
    {
      orderType,
      shipmentNo: code,
      shipmentStatus: fc.constantFrom('no-invoice', 'to-be-corrected'),
      paymentTerms: words,
      export: fc.constantFrom('night', 'now'),
      originalOrderNo: code,
      customerReference: words,
      freight: decimal,
    },
  ),
};

export const VISMA_STATUS: DocumentKindOfTrip = {
  name: 'visma-status',
  documents: some(
    {
      document: fc.constant('visma-status'),
      entity: code,
      orderNo: code,
      code: fc.constantFrom(200, 201, 202, 500),
      at: instant,
    },
    {
      attempt: fc.integer({ min: 1, max: 1000 }),
      text: words,
      cause: words,
      vismaOrderNo: code,
      vismaShipmentNo: code,
      invoiceNo: code,
      invoiceDate: date,
      dueDate: date,
      net: decimal,
      vat: decimal,
      gross: decimal,
      outstanding: decimal,
    },
  ),
};

/** While an invoicing order is on its way: that there is none any more (null) no file says but by leaving it out. */
export const EPACK_STATUS: DocumentKindOfTrip = {
  name: 'epack-status',
  documents: some(
    {
      document: fc.constant('epack-status'),
      deliveryId: code,
      entity: code,
      orderNo: code,
      attempt: fc.nat(1000),
      invoicingStatus: fc.constantFrom(
        'forwarding',
        'forwarding-failed',
        'forwarded',
        'invoice-created',
        'invoice-error',
      ),
      shipmentStatus: fc.constantFrom('open', 'in-invoicing', 'to-be-corrected', 'no-invoice', 'invoiced'),
      at: instant,
    },
    {
      code: fc.constantFrom(200, 201, 202, 500),
      errorText: words,
      cause: words,
      vismaOrderNo: code,
      vismaShipmentNo: code,
      invoiceNo: code,
    },
  ),
};

/** Orders that are no returns: our key has entity, order number and attempt in it. */
export const VISMA_SALES_ORDER: DocumentKindOfTrip = {
  name: 'visma-sales-order',
  documents: some(
    {
      document: fc.constant('visma-sales-order'),
      deliveryId: code,
      entity: code,
      orderNo: code,
      attempt: fc.integer({ min: 1, max: 99 }),
      orderType: fc.constantFrom('SO', 'IN'),
      customerNo: code,
      orderDate: date,
      deliveryDate: date,
      currency,
      lines,
    },
    {
      vismaTerms: words,
      customerReference: words,
      originalOrderType: orderType,
      originalOrderNo: code,
      shipmentNo: code,
      freight: decimal,
    },
  ).map((order) => ({ ...order, key: `${order['entity']}-${order['orderNo']}-${order['attempt']}` })),
};
