import { deliveryAlternativeKey } from '../../domain/composite-key.ts';
import type { DocumentKind } from '../../domain/document-kinds.table.ts';
import type { InboxName } from '../../domain/settings.generated.ts';
import { LATER_DOCUMENT_KEYS } from './later-document.table.ts';

type Content = Readonly<Record<string, unknown>>;

/** A document type that comes in as canonical JSON: its key (contract 3, in bold there) and the folder that it belongs in. */
export interface CanonicalDocument {
  key(content: Content): string;
  folder: InboxName;
  /** A list of it whose rows differ in this property. */
  rows?: { list: string; key: string };
}

const text = (content: Content, name: string): string => String(content[name]);

/** The types that are taken in now. Their schemas are `schemas/documents/<type>.schema.json`. */
export const CANONICAL_DOCUMENTS = {
  supplier: { key: (content) => text(content, 'supplierNo'), folder: 'visma' },
  customer: { key: (content) => text(content, 'customerNo'), folder: 'visma' },
  product: { key: (content) => text(content, 'productNo'), folder: 'visma' },
  'delivery-alternative': {
    key: (content) => deliveryAlternativeKey(text(content, 'supplierNo'), text(content, 'productNo')),
    folder: 'visma',
  },
  'purchase-order': {
    key: (content) => text(content, 'orderNo'),
    folder: 'visma',
    rows: { list: 'lines', key: 'lineNo' },
  },
  command: { key: (content) => text(content, 'commandId'), folder: 'commands' },
} as const satisfies Partial<Record<DocumentKind, CanonicalDocument>>;
export type CanonicalKind = keyof typeof CANONICAL_DOCUMENTS;

/** Types that the contract names and that this version does not take in. */
export const LATER_DOCUMENTS: readonly string[] = Object.keys(LATER_DOCUMENT_KEYS);

/** The key of a document that is valid, of any type that comes in; undefined where its type has none of its own, or the document does not say it. */
export function documentKey(kind: string, content: Content): string | undefined {
  return isCanonicalKind(kind) ? CANONICAL_DOCUMENTS[kind].key(content) : LATER_DOCUMENT_KEYS[kind]?.(content);
}

/** Is this the name of a type that is taken in? */
export function isCanonicalKind(name: string): name is CanonicalKind {
  return Object.hasOwn(CANONICAL_DOCUMENTS, name);
}
