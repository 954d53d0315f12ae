import type { Finding } from '../../domain/decision.ts';
import { xmlPath } from '../../formats/xml/xml-path.ts';
import type { XmlDocument, XmlElement } from '../../formats/xml/xml-tree.ts';
import { unwrapEnvelope } from '../envelope/sbdh-envelope.ts';
import { ACCEPTED_FORMATS, type LookAlike, OTHER_ROOTS, UBL_LOOK_ALIKES } from './look-alike.table.ts';
import { SHOWN_PREFIXES, UBL_PREFIXES, UBL_ROOTS } from './ubl-namespaces.table.ts';

/**
 * Why an XML document that no mapping claims is not read: a look-alike is refused by its name (requirement C001, FORMATS.md
 * 1), a root element that nobody knows gives `UNKNOWN_DOCUMENT`. Throws a `Fault` for an envelope that does not hold
 * exactly one document.
 */
export function refusedXml(document: XmlDocument): Finding {
  const { payload } = unwrapEnvelope(document);
  const alike = lookAlikeOf(payload);
  const place = (element: XmlElement) => ({
    ...document.placeOf(element),
    path: xmlPath(element, { '': payload.namespace, ...SHOWN_PREFIXES }, []),
  });
  if (alike === undefined) {
    return {
      severity: 'error',
      code: 'UNKNOWN_DOCUMENT',
      message: `Nobody claims this file: its root element is <${payload.name}> of the namespace "${payload.namespace}".`,
      hint: ACCEPTED_FORMATS,
      at: place(payload),
    };
  }
  return {
    severity: 'error',
    code: 'UNSUPPORTED_FORMAT',
    message: `This is ${alike.name}, which is not read. ${alike.because}`,
    hint: ACCEPTED_FORMATS,
    at: place(alike.customization ?? payload),
  };
}

interface Resembling {
  name: string;
  because: string;
  customization: XmlElement | undefined;
}

function lookAlikeOf(root: XmlElement): Resembling | undefined {
  const isInvoice = UBL_ROOTS.some(({ namespace, name }) => root.namespace === namespace && root.name === name);
  if (!isInvoice) return otherRoot(root);
  const customization = root.children.find(
    ({ name, namespace }) => name === 'CustomizationID' && namespace === UBL_PREFIXES.cbc,
  );
  return { ...ublOfAnotherKind(customization?.text.trim() ?? ''), customization };
}

function ublOfAnotherKind(customizationId: string): { name: string; because: string } {
  if (customizationId === '') {
    return { name: 'plain UBL', because: 'It has no CustomizationID, so nothing says by which rules it was written.' };
  }
  const shown = customizationId.length > 200 ? `${customizationId.slice(0, 200)}…` : customizationId;
  const alike = UBL_LOOK_ALIKES.find(({ customization }) => customization?.test(customizationId));
  if (alike === undefined) return { name: 'UBL of an unknown kind', because: `Its CustomizationID is "${shown}".` };
  return { name: alike.name, because: alike.because ?? `Its CustomizationID is "${shown}".` };
}

function otherRoot(root: XmlElement): Resembling | undefined {
  const isIt = ({ root: rule }: LookAlike): boolean =>
    rule?.namespace.test(root.namespace) === true && rule.name.test(root.name);
  const alike = OTHER_ROOTS.find(isIt);
  if (alike === undefined) return undefined;
  return { name: alike.name, because: `Its root element is <${root.name}>.`, customization: undefined };
}
