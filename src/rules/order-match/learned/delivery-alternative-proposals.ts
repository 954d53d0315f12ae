import type {
  DeliveryAlternative,
  DeliveryAlternativeProposal,
  LearnedLink,
} from '../../../domain/documents.generated.ts';
import { compareNaturally } from '../../../domain/natural-order.ts';
import { supplierProductKey } from '../../identity/supplier-product-no.ts';
import { learnedLinkKey } from './put-learned-link.ts';

/**
 * What to enter in Visma, so that what was learned becomes master data (order-match.md 21): the supplier's number of a
 * product, for each learned link among `used`, be it used by a tier or taught by a person's link; each once, in natural
 * order. Once Visma's file says it, the number finds the product by itself and the proposal ends. A name or a GTIN has no place on a delivery alternative: nothing is proposed for it.
 */
export function deliveryAlternativeProposals(
  used: readonly string[],
  learned: readonly LearnedLink[],
  alternatives: readonly DeliveryAlternative[],
): DeliveryAlternativeProposal[] {
  const byKey = new Map(learned.map((link) => [learnedLinkKey(link), link]));
  return [...new Set(used)].sort(compareNaturally).flatMap((key): DeliveryAlternativeProposal[] => {
    const link = byKey.get(key);
    if (link?.by !== 'sellers-item-id') return [];
    const { supplierNo, productNo, written } = link;
    const own = alternatives.filter((one) => one.supplierNo === supplierNo && one.productNo === productNo);
    const number = supplierProductKey(supplierNo, written);
    if (own.some((one) => supplierProductKey(supplierNo, one.supplierProductNo ?? '') === number)) return [];
    const replaces = own[0]?.supplierProductNo;
    return [
      {
        supplierNo,
        productNo,
        supplierProductNo: written,
        ...(replaces === undefined ? {} : { replaces }),
        learnedLink: key,
      },
    ];
  });
}
