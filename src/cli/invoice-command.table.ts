import type { ArgumentSpec, CommandSpec, OptionSpec } from './command-shape.ts';

const KEY: ArgumentSpec = {
  name: 'KEY',
  description: 'The documentId of the invoice, in full, or supplierNo/invoiceNo while that is the only one.',
  required: true,
};

const LINE = { name: 'line', type: 'list' } as const;
const ORDER_LINES: OptionSpec = {
  ...LINE,
  value: 'ORDERNO/LINENO',
  default: 'every order line that is not received',
  description: 'This order line; may be given several times.',
};
const ACCEPT_DUPLICATE: OptionSpec = {
  name: 'accept-duplicate',
  type: 'flag',
  description: 'Another document of this supplier has the same number, and both are owed; kept in the audit.',
};
const INVOICE_LINE: OptionSpec = { ...LINE, value: 'LINE', description: 'The number of the invoice line; required.' };

const loads: CommandSpec['loads'] = () => import('./commands/operator-action.ts');
const COMMON = { group: 'decide', arguments: [KEY], changing: true, loads } as const;

/** Operator actions on supplier invoices (contract 1). In which status each is possible, `show supplier-invoice` tells. */
export const INVOICE_COMMANDS: readonly CommandSpec[] = [
  {
    ...COMMON,
    name: 'invoice match',
    summary: 'Decide invoices again on the facts and settings of today (Ordrematch processing): one, or all that wait.',
    details: [
      'A result that says what it said before is not sent again.',
      'With --affected or --all the words are a QUERY of "ordrebro list", every waiting invoice where there are none. Each invoice is decided in a transaction of its own; broken off in between, the command may be given again.',
    ],
    arguments: [{ ...KEY, required: false, rest: true }],
    options: [
      {
        name: 'affected',
        type: 'flag',
        description:
          'Those of the waiting invoices that would come out otherwise now, as "invoice affected" lists them.',
      },
      { name: 'all', type: 'flag', description: 'Every waiting invoice that the QUERY finds.' },
    ],
    examples: [
      { line: 'ordrebro invoice match 50001/70118 --reason "product added"', shows: 'match it again' },
      { line: 'ordrebro invoice match --affected --reason "prices corrected"', shows: 'whatever comes out otherwise' },
      { line: 'ordrebro invoice match --all supplier:50001 --reason "new terms"', shows: 'what waits of a supplier' },
    ],
    loads: () => import('./commands/invoice-match.ts'),
  },
  {
    name: 'invoice affected',
    group: 'look',
    summary: 'Waiting invoices that would come out otherwise now.',
    details: [
      "Every waiting invoice is decided on the facts and settings of today, as if it alone were matched again; nothing is written. What is in a person's hands (2) is left out.",
      'Use it after master data, settings or learned links were corrected; "invoice match --affected" runs what it lists.',
    ],
    arguments: [
      {
        name: 'QUERY',
        description: 'Which of them, as "ordrebro list supplier-invoice" takes it; all where it is left out.',
        required: false,
        rest: true,
      },
    ],
    options: [
      {
        name: 'with',
        type: 'list',
        value: 'SETTING=VALUE',
        description: 'Try another setting, or another one of the suppliers (supplier.KEY); may be given several times.',
      },
    ],
    examples: [
      { line: 'ordrebro invoice affected', shows: 'all that would come out otherwise' },
      { line: 'ordrebro invoice affected supplier:50001', shows: 'those of one supplier' },
      { line: 'ordrebro invoice affected --with company.tolerancePercent=5', shows: 'what a wider tolerance would do' },
    ],
    loads: () => import('./commands/invoice-affected.ts'),
  },
  {
    ...COMMON,
    name: 'invoice update',
    summary: 'Write the values of the invoice to the order; receive nothing (Oppdater fakturaverdier).',
    details: [
      "Price, discount and the quantity to be invoiced go beside what the buyer's order file says; deviations are measured against the original price all the same.",
    ],
    options: [ORDER_LINES, ACCEPT_DUPLICATE],
    examples: [
      { line: 'ordrebro invoice update 50001/70118 --reason "price agreed"', shows: 'all linked order lines' },
    ],
  },
  {
    ...COMMON,
    name: 'invoice receive',
    summary: 'Write the values and receive the invoice, whole or by order line (Oppdater verdier og motta faktura).',
    details: [
      'The invoice is completed when its last linked line is received. What was received is never received again.',
      'While a line of the invoice has no order line, the others are received by --line only.',
      'An invoice that repeats another which is not rejected is refused: reject one of them, or say --accept-duplicate where both are owed.',
    ],
    options: [ORDER_LINES, ACCEPT_DUPLICATE],
    examples: [
      { line: 'ordrebro invoice receive 50001/70118 --reason "approved"', shows: 'the whole invoice' },
      { line: 'ordrebro invoice receive 50001/70118 --line 1001/2 --reason "approved"', shows: 'one order line' },
    ],
  },
  {
    ...COMMON,
    name: 'invoice reject',
    summary: 'Reject an invoice: what the match set on the order is cleared (Avvis faktura).',
    details: [
      'What a person changed on the order since stays. Refused once anything was received: then a credit note puts it right.',
      'Invoices that wait on the same order are decided again.',
    ],
    options: [],
    examples: [{ line: 'ordrebro invoice reject 50001/70118 --reason "not ordered by us"', shows: 'reject it' }],
  },
  {
    ...COMMON,
    name: 'invoice link',
    summary: 'Fix an invoice line to an order line, or to a product, by hand.',
    details: ['The link is kept with the invoice and counts before every rule when it is decided again.'],
    options: [
      INVOICE_LINE,
      { name: 'order', type: 'text', value: 'ORDERNO/LINENO', description: 'The order line that it belongs to.' },
      { name: 'product', type: 'text', value: 'PRODUCTNO', description: 'Our product; its order line is then found.' },
    ],
    examples: [
      {
        line: 'ordrebro invoice link 50001/70118 --line 2 --order 1001/3 --reason "new item number"',
        shows: 'invoice line 2 belongs to order line 1001/3',
      },
    ],
  },
  {
    ...COMMON,
    name: 'invoice unlink',
    summary: 'Take an invoice line from its order lines; it waits to be linked by hand.',
    options: [INVOICE_LINE],
    examples: [
      {
        line: 'ordrebro invoice unlink 50001/70118 --line 2 --reason "wrong product"',
        shows: 'invoice line 2 is free',
      },
    ],
  },
];
