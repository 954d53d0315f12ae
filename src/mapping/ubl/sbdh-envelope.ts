import { Fault } from '../../domain/fault.ts';
import type { XmlDocument, XmlElement } from '../../formats/xml/xml-tree.ts';
import { compilePath } from '../rows/compile-path.ts';
import { findTexts } from '../rows/find.ts';
import { UBL_PREFIXES } from './ubl-namespaces.table.ts';

/** The business document of a file, with what its envelope says where it came in one. */
export interface Unwrapped {
  payload: XmlElement;
  envelope: {
    transportId: string | undefined;
    documentType: { stated: string; element: XmlElement } | undefined;
  } | null;
}

const path = (source: string): ReturnType<typeof compilePath> => compilePath(source, UBL_PREFIXES);
const TRANSPORT_ID = path('sbdh:StandardBusinessDocumentHeader/sbdh:DocumentIdentification/sbdh:InstanceIdentifier');
const DOCUMENT_TYPE = path(
  "sbdh:StandardBusinessDocumentHeader/sbdh:BusinessScope/sbdh:Scope[sbdh:Type='DOCUMENTID']/sbdh:InstanceIdentifier",
);

/**
 * Takes the document out of its SBDH envelope, where it is in one (FORMATS.md 4). An envelope carries exactly one;
 * any other number throws `UNSUPPORTED_FORMAT`, since nobody could say which of them the file is.
 */
export function unwrapEnvelope(document: XmlDocument): Unwrapped {
  const { root } = document;
  if (root.namespace !== UBL_PREFIXES.sbdh || root.name !== 'StandardBusinessDocument')
    return { payload: root, envelope: null };
  const payloads = root.children.filter((child) => child.namespace !== UBL_PREFIXES.sbdh);
  const [payload] = payloads;
  if (payload === undefined || payloads.length > 1) {
    const count = payloads.length === 0 ? 'no document' : `${payloads.length} documents`;
    throw new Fault('UNSUPPORTED_FORMAT', `This SBDH envelope holds ${count}; it has to hold exactly one.`, {
      hint: 'Send every document in an envelope of its own, or without one.',
      at: document.placeOf(payloads[1] ?? root),
    });
  }
  const type = findTexts(DOCUMENT_TYPE, root, root)[0];
  const documentType = type === undefined ? undefined : { stated: type.text, element: type.element };
  return { payload, envelope: { transportId: findTexts(TRANSPORT_ID, root, root)[0]?.text, documentType } };
}

/** The document type that a payload really has, as envelopes write it: `root namespace::local name##CustomizationID::2.1`. */
export function documentTypeOf(payload: XmlElement, customizationId: string): string {
  return `${payload.namespace}::${payload.name}##${customizationId}`;
}
