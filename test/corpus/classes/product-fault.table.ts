import { addLine, changeLine } from '../world/draft-invoice.ts';
import type { ClassRow, Scene } from './class-row.ts';
import { addOrderLine, otherProduct, WORTHY } from './worthy-scene.ts';

const without =
  (...names: ('sku' | 'gtin')[]) =>
  (scene: Scene) =>
    changeLine(scene.draft, 0, (line) => {
      const rest = { ...line };
      for (const name of names) delete rest[name];
      return rest;
    });

/** Products that are named wrongly, doubly or not at all. */
export const PRODUCT_FAULTS: readonly ClassRow[] = [
  {
    name: 'unknown product number',
    scenarios: ['L20'],
    share: 2,
    wish: WORTHY,
    change: ({ draft }) => changeLine(draft, 0, { sku: 'ZZ-99' }),
    calls: 9,
    reason: 'PRODUCT_UNKNOWN',
  },
  {
    name: 'name only',
    scenarios: ['L20'],
    wish: WORTHY,
    change: without('sku', 'gtin'),
    calls: 9,
    reason: 'PRODUCT_UNKNOWN',
  },
  {
    name: 'number of another product of the order',
    scenarios: ['L20', 'P01'],
    share: 2,
    wish: WORTHY,
    change: (scene) => {
      const { product } = addOrderLine(scene, { product: otherProduct(scene), quantity: '100', price: '20.00' });
      changeLine(scene.draft, 0, { sku: product.sku });
    },
    calls: 4,
    reason: 'OUTSIDE_TOLERANCE',
  },
  {
    name: 'product that was not ordered',
    scenarios: ['L21'],
    share: 2,
    change: (scene) => {
      const product = otherProduct(scene);
      addLine(scene.draft, {
        sku: product.sku,
        name: product.name,
        quantity: '3',
        price: '19.00',
        net: '57.00',
        unit: product.unit,
      });
    },
    calls: 9,
    reason: 'PRODUCT_NOT_ON_ORDER',
  },
  {
    name: 'conflicting GTIN, both on the order',
    scenarios: ['P08'],
    wish: WORTHY,
    change: (scene) => {
      const { product } = addOrderLine(scene, { product: otherProduct(scene), quantity: '40', price: '75.00' });
      changeLine(scene.draft, 0, { gtin: product.gtin });
    },
    calls: 9,
    reason: 'PRODUCT_CONFLICT',
  },
  {
    name: 'conflicting GTIN, one on the order',
    scenarios: ['P08'],
    share: 2,
    wish: WORTHY,
    change: (scene) => changeLine(scene.draft, 0, { gtin: otherProduct(scene).gtin }),
    calls: 8,
    reason: 'PRODUCT_CONFLICT_RESOLVED',
  },
  {
    name: 'GTIN with a leading zero',
    scenarios: ['P02', 'P03', 'P04'],
    change: (scene) => {
      without('sku')(scene);
      changeLine(scene.draft, 0, { gtin: `0${scene.parts[0]?.line.product.gtin}` });
    },
  },
  {
    name: 'GTIN of zeros only',
    scenarios: ['P05'],
    wish: WORTHY,
    change: (scene) => {
      without('sku')(scene);
      changeLine(scene.draft, 0, { gtin: '00000000000000' });
    },
    calls: 9,
    reason: 'PRODUCT_UNKNOWN',
  },
  {
    name: 'product number in another spelling',
    scenarios: ['P12'],
    change: ({ draft }) =>
      changeLine(draft, 0, (line) => ({ ...line, sku: (line.sku ?? '').toLowerCase().replace('-', ' ') })),
    reason: 'PRODUCT_NUMBER_NORMALISED',
  },
  {
    name: 'product number of another supplier',
    scenarios: ['P01'],
    wish: WORTHY,
    change: (scene) => {
      const [other] = scene.world.suppliers.filter(({ supplierNo }) => supplierNo !== scene.supplier.supplierNo);
      changeLine(scene.draft, 0, { sku: other?.products[0]?.sku ?? '' });
    },
    calls: 9,
    reason: 'PRODUCT_UNKNOWN',
  },
  {
    name: 'number of the buyer beside a wrong one',
    scenarios: ['P13'],
    wish: WORTHY,
    change: (scene) => {
      const { product } = addOrderLine(scene, { product: otherProduct(scene), quantity: '40', price: '75.00' });
      changeLine(scene.draft, 0, { sku: product.sku, buyer: scene.parts[0]?.line.product.productNo ?? '' });
    },
  },
];
