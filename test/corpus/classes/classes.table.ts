import type { ClassRow } from './class-row.ts';
import { CONTENT_FAULTS } from './content-fault.table.ts';
import { CREDIT_NOTES } from './credit.table.ts';
import { DISCOUNT_FAULTS } from './discount-fault.table.ts';
import { DOCUMENT_FAULTS } from './document-fault.table.ts';
import { HONEST } from './honest.table.ts';
import { HONEST_CHARGES } from './honest-charge.table.ts';
import { LINE_FAULTS } from './line-fault.table.ts';
import { ORDER_FAULTS } from './order-fault.table.ts';
import { PRODUCT_FAULTS } from './product-fault.table.ts';
import { TOLERANCE_FAULTS } from './tolerance-fault.table.ts';

/** Every class of invoices of the corpus: honest ones, then what goes wrong with prices, products, orders, documents and credits. */
export const CLASSES: readonly ClassRow[] = [
  ...HONEST,
  ...HONEST_CHARGES,
  ...TOLERANCE_FAULTS,
  ...DISCOUNT_FAULTS,
  ...PRODUCT_FAULTS,
  ...LINE_FAULTS,
  ...ORDER_FAULTS,
  ...CONTENT_FAULTS,
  ...DOCUMENT_FAULTS,
  ...CREDIT_NOTES,
];
