import { Fault } from '../../domain/fault.ts';
import type { XmlDocument, XmlElement } from '../../formats/xml/xml-tree.ts';
import { compilePath } from '../language/paths/compile-path.ts';

/** The business document of a file, with what its envelope says where it came in one. */
export interface Unwrapped {
  payload: XmlElement;
  envelope: {
    transportId: string | undefined;
    documentType: { stated: string; element: XmlElement } | undefined;
  } | null;
}

export const SBDH = 'http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader';

const path = (source: string): ReturnType<typeof compilePath> =>
  compilePath(source, { prefixes: { '': SBDH }, topHasName: true });
const TRANSPORT_ID = path('StandardBusinessDocumentHeader/DocumentIdentification/InstanceIdentifier');
const DOCUMENT_TYPE = path("StandardBusinessDocumentHeader/BusinessScope/Scope[Type='DOCUMENTID']/InstanceIdentifier");

/**
 * Takes the document out of its SBDH envelope, where it is in one (FORMATS.md 4). An envelope carries exactly one;
 * any other number throws `UNSUPPORTED_FORMAT`, since nobody could say which of them the file is.
 */
export function unwrapEnvelope(document: XmlDocument): Unwrapped {
  const { root } = document;
  if (root.namespace !== SBDH || root.name !== 'StandardBusinessDocument') return { payload: root, envelope: null };
  const payloads = root.children.filter((child) => child.namespace !== SBDH);
  const [payload] = payloads;
  if (payload === undefined || payloads.length > 1) {
    const count = payloads.length === 0 ? 'no document' : `${payloads.length} documents`;
    throw new Fault('UNSUPPORTED_FORMAT', `This SBDH envelope holds ${count}; it has to hold exactly one.`, {
      hint: 'Send every document in an envelope of its own, or without one.',
      at: document.placeOf(payloads[1] ?? root),
    });
  }
  const type = DOCUMENT_TYPE.values(root, root)[0];
  const documentType = type === undefined ? undefined : { stated: type.text, element: type.element };
  return { payload, envelope: { transportId: TRANSPORT_ID.values(root, root)[0]?.text, documentType } };
}
