import { isPositive } from '../../../domain/decimal.ts';
import type { Group, Tier } from './demand.ts';
import { fitting, linkPart } from './link-part.ts';

const EVIDENCE = ['order-line-reference'];

/**
 * The order line that the invoice line names, as far as it has room: it was given by the buyer's own number, and
 * the product agrees. What does not fit is looked for by price.
 */
export const byLineReference: Tier = {
  name: 'line-reference',
  assign(group: Group): void {
    for (const demand of group.demands) {
      if (demand.referenced === undefined) continue;
      const quantity = fitting(group, demand, demand.referenced);
      if (isPositive(quantity)) {
        linkPart(group, demand, demand.referenced, quantity, {
          tier: 'line-reference',
          class: 'A',
          evidence: EVIDENCE,
          runnerUp: undefined,
        });
      }
    }
  },
};
