import { compositeKey } from '../../domain/composite-key.ts';
import { foldText, lettersAndDigits } from './fold-text.ts';

/**
 * A supplier's product number as it is looked up: trimmed and folded, within its supplier. Leading zeros and
 * dashes are significant here ("a 100" is not "A-100"); only GTINs lose their zeros (C006).
 */
export function supplierProductKey(supplierNo: string, supplierProductNo: string): string | undefined {
  const folded = foldText(supplierProductNo).trim();
  return folded === '' ? undefined : compositeKey([supplierNo, folded], '|');
}

/** The second chance: letters and digits only, used where the first finds nothing and this finds exactly one product. */
export function foldedSupplierProductKey(supplierNo: string, supplierProductNo: string): string | undefined {
  const folded = lettersAndDigits(supplierProductNo);
  return folded === '' ? undefined : compositeKey([supplierNo, folded], '|');
}
