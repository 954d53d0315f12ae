import { isPositive } from '../../../domain/decimal.ts';
import type { Demand, Group } from './demand.ts';
import { fitting, linkPart } from './link-part.ts';
import { firstWithRoom, levelAtOrAbove, nearestOf, orderPrice, type PriceLevel } from './price-levels.ts';
import { runnerUp, twinOf } from './runner-up.ts';

const NAME = 'nearest-price';

/**
 * Order lines with room whose price is nearest, one demand after the other, first in first out at one price: what is
 * done when the least total difference would take too many steps. Not the best, so each link is class C.
 */
export function assignByNearestPrice(group: Group): void {
  const { levels, room } = group;
  const open = new OpenLevels(levels, room);
  for (const demand of group.demands) {
    while (isPositive(demand.left)) {
      const level = open.nearest(demand);
      const line = level === undefined ? undefined : firstWithRoom(level, room);
      if (level === undefined || line === undefined) break;
      linkPart(group, demand, line, fitting(group, demand, line), {
        tier: NAME,
        class: 'C',
        evidence: [orderPrice(line)],
        runnerUp: runnerUp(levels, level, twinOf(level, line), demand, group.decimals),
      });
    }
  }
}

/**
 * The levels that still have room. A level without room is skipped for good by pointing past it, and pointers are
 * shortened as they are followed, so that looking for the nearest stays near constant however many levels are used up.
 */
class OpenLevels {
  readonly #levels: readonly PriceLevel[];
  readonly #room: Group['room'];
  readonly #below: number[];
  readonly #above: number[];

  constructor(levels: readonly PriceLevel[], room: Group['room']) {
    this.#levels = levels;
    this.#room = room;
    this.#below = levels.map((_, index) => index);
    this.#above = levels.map((_, index) => index);
  }

  /** The open level nearest to the demand's price; at equal distance the one whose first line comes first. */
  nearest(demand: Demand): PriceLevel | undefined {
    const at = levelAtOrAbove(this.#levels, demand.unitAmount);
    const below = this.#open(this.#below, at - 1, -1);
    const above = this.#open(this.#above, at, 1);
    return nearestOf(below, above, demand, (level) => firstWithRoom(level, this.#room));
  }

  #open(pointers: number[], from: number, step: 1 | -1): PriceLevel | undefined {
    const passed: number[] = [];
    let index = from;
    for (;;) {
      const level = this.#levels[index];
      if (level === undefined) break;
      const target = pointers[index] ?? index;
      if (target === index && firstWithRoom(level, this.#room) !== undefined) break;
      passed.push(index);
      index = target === index ? index + step : target;
    }
    for (const one of passed) pointers[one] = index;
    return this.#levels[index];
  }
}
