import type { ListField } from '../pipeline/ledger-port.ts';
import type { ShowKind } from './show-kind.table.ts';

/** How the value after the colon is read. */
export type SearchValue = 'text' | 'status' | 'amount' | 'date' | 'since' | 'until';

export interface SearchField {
  field: ListField;
  value: SearchValue;
  /** Takes `<`, `>`, `<=`, `>=` before the value. */
  ordered: boolean;
  kinds: readonly ShowKind[];
}

const MASTER_DATA = ['supplier', 'customer', 'product', 'delivery-alternative', 'command'] as const;
const BUSINESS = ['supplier-invoice', 'purchase-order'] as const;
const DOCUMENTS = [...BUSINESS, ...MASTER_DATA] as const;
const ALL = [...DOCUMENTS, 'learned-link', 'file', 'delivery', 'alert'] as const;

/** The words of the search language: what may stand before a colon, and for which kinds it means something. */
export const SEARCH_FIELDS: Readonly<Record<string, SearchField>> = {
  key: { field: 'key', value: 'text', ordered: false, kinds: ALL },
  status: {
    field: 'status',
    value: 'status',
    ordered: false,
    kinds: ['file', 'delivery', 'supplier-invoice', 'learned-link', 'alert'],
  },
  supplier: {
    field: 'party',
    value: 'text',
    ordered: false,
    kinds: [...BUSINESS, 'supplier', 'delivery-alternative', 'learned-link'],
  },
  customer: { field: 'party', value: 'text', ordered: false, kinds: ['customer'] },
  party: { field: 'party', value: 'text', ordered: false, kinds: [...DOCUMENTS, 'learned-link'] },
  /** Of a delivery and of an alert: the key of the document that it speaks of. */
  number: {
    field: 'number',
    value: 'text',
    ordered: false,
    kinds: [...DOCUMENTS, 'learned-link', 'delivery', 'alert'],
  },
  /** Key of a learned link: the invoices that it touched. */
  learned: { field: 'learned-link', value: 'text', ordered: false, kinds: ['supplier-invoice'] },
  order: { field: 'order', value: 'text', ordered: false, kinds: ['supplier-invoice'] },
  amount: { field: 'amount', value: 'amount', ordered: true, kinds: BUSINESS },
  currency: { field: 'currency', value: 'text', ordered: false, kinds: BUSINESS },
  date: {
    field: 'date',
    value: 'date',
    ordered: true,
    kinds: [...BUSINESS, 'learned-link', 'file', 'delivery', 'alert'],
  },
  channel: { field: 'channel', value: 'text', ordered: false, kinds: ['file'] },
  name: { field: 'name', value: 'text', ordered: false, kinds: ['file', 'delivery'] },
  folder: { field: 'folder', value: 'text', ordered: false, kinds: ['delivery'] },
  code: { field: 'code', value: 'text', ordered: false, kinds: ['alert'] },
  since: { field: 'updatedAt', value: 'since', ordered: false, kinds: ALL },
  until: { field: 'updatedAt', value: 'until', ordered: false, kinds: ALL },
};
