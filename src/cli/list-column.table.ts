import type { ShowKind } from '../service/show-kind.table.ts';

/** A column of a list: the property of a row, and how it is written. */
export interface ListColumn {
  title: string;
  property: string;
  as: 'text' | 'money' | 'instant' | 'status';
}

const BUSINESS: readonly ListColumn[] = [
  { title: 'key', property: 'key', as: 'text' },
  { title: 'number', property: 'number', as: 'text' },
  { title: 'supplier', property: 'party', as: 'text' },
  { title: 'date', property: 'date', as: 'text' },
  { title: 'amount', property: 'amount', as: 'money' },
  { title: '', property: 'currency', as: 'text' },
];

const CHANGED: ListColumn = { title: 'changed', property: 'updatedAt', as: 'instant' };

/** What `list` shows of each kind, from left to right. A column that is empty in every row is left out. */
export const LIST_COLUMNS: Readonly<Record<ShowKind, readonly ListColumn[]>> = {
  file: [
    { title: 'key', property: 'key', as: 'text' },
    { title: 'channel', property: 'channel', as: 'text' },
    { title: 'name', property: 'name', as: 'text' },
    { title: 'received', property: 'receivedAt', as: 'instant' },
    { title: 'status', property: 'status', as: 'status' },
  ],
  delivery: [
    { title: 'key', property: 'key', as: 'text' },
    { title: 'folder', property: 'folder', as: 'text' },
    { title: 'name', property: 'name', as: 'text' },
    { title: 'delivered', property: 'deliveredAt', as: 'instant' },
    { title: 'attempts', property: 'attempts', as: 'text' },
    { title: 'status', property: 'status', as: 'status' },
  ],
  'supplier-invoice': [
    ...BUSINESS,
    { title: 'status', property: 'status', as: 'status' },
    { title: 'file', property: 'fileName', as: 'text' },
  ],
  'purchase-order': [...BUSINESS, CHANGED],
  supplier: [
    { title: 'key', property: 'key', as: 'text' },
    { title: 'organisation no', property: 'number', as: 'text' },
    CHANGED,
  ],
  customer: [{ title: 'key', property: 'key', as: 'text' }, CHANGED],
  product: [{ title: 'key', property: 'key', as: 'text' }, CHANGED],
  'delivery-alternative': [
    { title: 'key', property: 'key', as: 'text' },
    { title: 'number', property: 'number', as: 'text' },
    CHANGED,
  ],
  command: [
    { title: 'key', property: 'key', as: 'text' },
    { title: 'of', property: 'number', as: 'text' },
    { title: 'by', property: 'party', as: 'text' },
    CHANGED,
  ],
  'learned-link': [
    { title: 'key', property: 'key', as: 'text' },
    { title: 'item', property: 'number', as: 'text' },
    { title: 'supplier', property: 'party', as: 'text' },
    { title: 'learned', property: 'date', as: 'text' },
    { title: 'status', property: 'status', as: 'status' },
  ],
  alert: [
    { title: 'key', property: 'key', as: 'text' },
    { title: 'raised', property: 'raisedAt', as: 'instant' },
    { title: 'cleared', property: 'clearedAt', as: 'instant' },
    { title: 'code', property: 'code', as: 'text' },
    { title: 'text', property: 'text', as: 'text' },
  ],
};
