import { ublInvoice } from './ubl-invoice.ts';
import type { UblSpec } from './ubl-spec.ts';

/** Makes further invoices that differ in number and order reference only. */
export type UblTemplate = (number: string, orderRef: string) => string;

const NUMBER = 'NUMBER-PLACEHOLDER';
const ORDER = 'ORDER-PLACEHOLDER';

/**
 * Builds the document once with xmlbuilder2 (some 2.5 ms each) and then only puts other texts in: a load of
 * thousands of files must not be limited by the machine that writes them. Texts must need no escaping.
 */
export function ublTemplate(spec: Omit<UblSpec, 'number' | 'orderRef'>): UblTemplate {
  const text = ublInvoice({ ...spec, number: NUMBER, orderRef: ORDER });
  const [before = '', rest = ''] = text.split(NUMBER);
  const [between = '', after = ''] = rest.split(ORDER);
  return (number, orderRef) => `${before}${number}${between}${orderRef}${after}`;
}
