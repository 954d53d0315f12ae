import { isPositive } from '../../../domain/decimal.ts';
import type { Group, Tier } from './demand.ts';
import { linkPart } from './link-part.ts';

/**
 * What is fixed before any tier has a choice: an operator's link takes the whole line, and the links of a line of which
 * a part was received stay as they are. What does not fit is over-quantity on the same order line.
 */
export const byHand: Tier = {
  name: 'manual',
  assign(group: Group): void {
    for (const demand of group.demands) {
      for (const { line, quantity = demand.left, ...how } of demand.fixed) {
        if (isPositive(quantity))
          linkPart(group, demand, line, quantity, { ...how, evidence: [], runnerUp: undefined });
      }
    }
  },
};
