import type { CorpusOrderLine, CorpusProduct } from '../world/world.ts';
import type { Scene, StoryWish } from './class-row.ts';

/** One whole delivery whose first line is worth enough that no tolerance covers a wrong product. */
export const WORTHY: StoryWish = {
  deliveries: 1,
  whole: true,
  orders: 1,
  order: { first: { quantity: '40', price: '75.00' } },
  writing: { references: 'none' },
};

/** A product that no order of the story has. */
export function otherProduct(
  { otherProducts }: Scene,
  fits: (product: CorpusProduct) => boolean = () => true,
): CorpusProduct {
  const found = otherProducts.find((product) => product.unit === 'H87' && fits(product));
  if (found === undefined) throw new RangeError('The supplier has no other product.');
  otherProducts.splice(otherProducts.indexOf(found), 1);
  return found;
}

/** Another line on the first order, of which nothing was delivered. */
export function addOrderLine(
  scene: Scene,
  more: Pick<CorpusOrderLine, 'product' | 'quantity' | 'price'>,
): CorpusOrderLine {
  const lines = scene.orders[0]?.lines ?? [];
  const lineNo = Math.max(...lines.map((line) => line.lineNo)) + 1;
  const line: CorpusOrderLine = {
    lineNo,
    discountPercent: null,
    invoicedQuantity: '0',
    account: null,
    project: null,
    ...more,
  };
  lines.push(line);
  return line;
}
