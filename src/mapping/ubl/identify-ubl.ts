import type { SupplierInvoice } from '../../domain/documents.generated.ts';
import type { XmlElement } from '../../formats/xml/xml-tree.ts';
import { type LookAlike, OTHER_ROOTS, UBL_LOOK_ALIKES } from './look-alike.table.ts';
import { UBL_FAMILIES } from './ubl-family.table.ts';
import { UBL_PREFIXES, UBL_ROOTS } from './ubl-namespaces.table.ts';

/** What a document is: one of ours, a known other format, or a root element that nobody knows. */
export type UblIdentity =
  | { is: 'ours'; format: SupplierInvoice['format']; kind: SupplierInvoice['kind']; customizationId: string }
  | { is: 'look-alike'; name: string; because: string; customization: XmlElement | null }
  | { is: 'unknown' };

/** Tells our families from everything that looks like them (FORMATS.md 1), by root element and CustomizationID. */
export function identifyUbl(root: XmlElement): UblIdentity {
  const known = UBL_ROOTS.find(({ namespace, name }) => root.namespace === namespace && root.name === name);
  if (known === undefined) return otherRoot(root);
  const customization = root.children.find(
    ({ name, namespace }) => name === 'CustomizationID' && namespace === UBL_PREFIXES.cbc,
  );
  const customizationId = customization?.text.trim() ?? '';
  const family = UBL_FAMILIES.find((candidate) => candidate.customization.test(customizationId));
  if (family !== undefined) return { is: 'ours', format: family.format, kind: known.kind, customizationId };
  return { is: 'look-alike', ...lookAlikeOf(customizationId), customization: customization ?? null };
}

function lookAlikeOf(customizationId: string): { name: string; because: string } {
  if (customizationId === '') {
    return { name: 'plain UBL', because: 'It has no CustomizationID, so nothing says by which rules it was written.' };
  }
  const shown = customizationId.length > 200 ? `${customizationId.slice(0, 200)}…` : customizationId;
  const alike = UBL_LOOK_ALIKES.find(({ customization }) => customization?.test(customizationId));
  if (alike === undefined) return { name: 'UBL of an unknown kind', because: `Its CustomizationID is "${shown}".` };
  return { name: alike.name, because: alike.because ?? `Its CustomizationID is "${shown}".` };
}

function otherRoot(root: XmlElement): UblIdentity {
  const isIt = ({ root: rule }: LookAlike): boolean =>
    rule?.namespace.test(root.namespace) === true && rule.name.test(root.name);
  const alike = OTHER_ROOTS.find(isIt);
  if (alike === undefined) return { is: 'unknown' };
  return { is: 'look-alike', name: alike.name, because: `Its root element is <${root.name}>.`, customization: null };
}
