import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compositeKey, deliveryAlternativeKey } from '../../src/domain/composite-key.ts';
import { invoiceNoKey, nearInvoiceNoKey } from '../../src/rules/identity/invoice-no.ts';
import { foldedSupplierProductKey, supplierProductKey } from '../../src/rules/identity/supplier-product-no.ts';

const part = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('/', '%', '|', '2', 'F', 'A') }));

describe('a key of several parts', () => {
  it('is what people expect where the parts are plain', () => {
    expect(deliveryAlternativeKey('50001', 'A-100')).toBe('50001/A-100');
    expect(deliveryAlternativeKey('50001/A', 'B')).toBe('50001%2FA/B');
    expect(deliveryAlternativeKey('50001', 'A/B %')).toBe('50001/A%2FB %25');
  });

  it.each(['/', '|'] as const)('is the same for the same parts only, joined by %s', (separator) => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        const key = compositeKey(parts, separator);
        expect(key.split(separator).map(decodeURIComponentOfKey)).toEqual(parts);
      }),
    );
  });

  it('keeps suppliers apart in every look-up value', () => {
    for (const keyOf of [supplierProductKey, foldedSupplierProductKey])
      expect(keyOf('50001|A', 'B')).not.toBe(keyOf('50001', 'A|B'));
    for (const keyOf of [invoiceNoKey, nearInvoiceNoKey])
      expect(keyOf('50001|invoice', 'invoice', '7')).not.toBe(keyOf('50001', 'invoice', 'invoice|7'));
  });
});

function decodeURIComponentOfKey(text: string): string {
  return text.replace(/%(25|2F|7C)/g, (escaped) => decodeURIComponent(escaped));
}
