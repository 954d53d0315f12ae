/** A large invoice against a large order: so many products, each so often, at which prices (order-match.md 23). */
export interface AssignmentCase {
  what: string;
  products: number;
  repeats: number;
  /** Of the order line and of the invoice line, by the number of the repeat. */
  ordered: (repeat: number) => { quantity: string; price: string };
  invoiced: (repeat: number) => { quantity: string; price: string };
  /** Matching may cost at most so many times what reading costs. */
  target: number;
}

const sameOnBoth = (repeat: number) => ({ quantity: String(1 + (repeat % 7)), price: `${10 + (repeat % 3)}.00` });

export const ASSIGNMENT_CASES: readonly AssignmentCase[] = [
  {
    what: '10,000 lines against 10,000 order lines (50 products x 200): matching against reading',
    products: 50,
    repeats: 200,
    ordered: sameOnBoth,
    invoiced: sameOnBoth,
    target: 3,
  },
  {
    what: 'one product, 10,000 x 10,000 distinct prices: matching against reading',
    products: 1,
    repeats: 10_000,
    ordered: (repeat) => ({ quantity: String(1 + ((repeat * 7919) % 13)), price: (1 + repeat / 100).toFixed(2) }),
    invoiced: (repeat) => ({
      quantity: String(1 + ((repeat * 104_729) % 11)),
      price: ((100_350 + repeat * 103 * 10) / 100_000 + 1).toFixed(3),
    }),
    target: 10,
  },
];
