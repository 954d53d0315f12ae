import { type Decimal, decimal, decimalText, isDecimalText, isZero } from '../domain/decimal.ts';
import type { LinkState } from '../domain/decision.ts';
import { countedQuantity } from '../domain/link-quantity.ts';

/** Links that the rules do not tell apart, as one. */
interface Total {
  readonly of: Pick<LinkState, 'orderNo' | 'orderLineNo' | 'kind' | 'state'>;
  quantity: Decimal;
  amount: Decimal;
  receivedAt: string | undefined;
  links: number;
}

/**
 * What the links of one order use of its lines, summed up: `pending` and `received` ones; `released` ones count for
 * nothing. order-match.md 3 and 25 tell apart: the line, what reserves from what was received, what takes from what
 * gives back, and receipts that the order file includes (`asOf`) from those after it. Of the receipts of a sum the
 * last one is known. So the sums give the same use of every line as the links one by one.
 */
export class OrderUse {
  readonly asOf: string | undefined;
  readonly #asOf: Temporal.Instant | undefined;
  readonly #totals = new Map<string, Total>();

  constructor(asOf: string | undefined) {
    this.asOf = asOf;
    this.#asOf = asOf === undefined ? undefined : Temporal.Instant.from(asOf);
  }

  /** How many sums there are. */
  get size(): number {
    return this.#totals.size;
  }

  add(link: LinkState): void {
    const name = this.#totalOf(link);
    if (name === undefined) return;
    const total = this.#totals.get(name);
    if (total === undefined) {
      const { orderNo, orderLineNo, kind, state } = link;
      const [quantity, amount] = [countedQuantity(link), decimal(link.amount)];
      this.#totals.set(name, {
        of: { orderNo, orderLineNo, kind, state },
        quantity,
        amount,
        receivedAt: link.receivedAt,
        links: 1,
      });
      return;
    }
    total.quantity = total.quantity.plus(countedQuantity(link));
    total.amount = total.amount.plus(decimal(link.amount));
    total.links += 1;
    const later = (link.receivedAt ?? '') > (total.receivedAt ?? '');
    if (later) total.receivedAt = link.receivedAt;
  }

  /** The sums without these links, which are among them; undefined where they include the last receipt of a sum, as the one before it is not known. */
  without(links: readonly LinkState[]): OrderUse | undefined {
    const rest = new OrderUse(this.asOf);
    for (const [name, total] of this.#totals) rest.#totals.set(name, { ...total });
    return links.every((link) => rest.remove(link)) ? rest : undefined;
  }

  /** Takes a link out that was added before. False where that is not possible: then the sums are wrong and of no more use. */
  remove(link: LinkState): boolean {
    const name = this.#totalOf(link);
    if (name === undefined) return true;
    const total = this.#totals.get(name);
    if (total === undefined) return false;
    if (total.links === 1) return this.#totals.delete(name);
    if (link.receivedAt !== undefined && link.receivedAt === total.receivedAt) return false;
    total.quantity = total.quantity.minus(countedQuantity(link));
    total.amount = total.amount.minus(decimal(link.amount));
    total.links -= 1;
    return true;
  }

  /** The sums as links of no document; undefined where a sum has more digits than a decimal may have that is read. */
  asLinks(): LinkState[] | undefined {
    const links = [...this.#totals.values()].map(({ of, quantity, amount, receivedAt }) => ({
      documentId: '',
      invoiceLineId: '',
      ...of,
      quantity: decimalText(quantity),
      amount: decimalText(amount),
      price: '0',
      ...(receivedAt === undefined ? {} : { receivedAt }),
    }));
    return links.every(({ quantity, amount }) => isDecimalText(quantity) && isDecimalText(amount)) ? links : undefined;
  }

  #totalOf({ orderLineNo, kind, state, quantity, receivedAt }: LinkState): string | undefined {
    if (state === 'released') return undefined;
    const value = decimal(quantity);
    const sign = isZero(value) ? 0 : value.s;
    return `${orderLineNo} ${kind} ${state} ${sign} ${this.#placeOf(receivedAt)}`;
  }

  #placeOf(receivedAt: string | undefined): 'undated' | 'after' | 'included' {
    if (receivedAt === undefined) return 'undated';
    if (this.#asOf === undefined) return 'after';
    return Temporal.Instant.compare(Temporal.Instant.from(receivedAt), this.#asOf) > 0 ? 'after' : 'included';
  }
}
