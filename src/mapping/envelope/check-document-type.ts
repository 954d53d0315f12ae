import type { Finding } from '../../domain/decision.ts';
import type { XmlDocument, XmlElement } from '../../formats/xml/xml-tree.ts';
import { xmlPath } from '../../formats/xml/xml-path.ts';
import { SBDH, type Unwrapped } from './sbdh-envelope.ts';

/** Envelope and document are written by different programs, so a difference is told and the document decides. */
export function documentTypeWarning(document: XmlDocument, { payload, envelope }: Unwrapped): Finding | undefined {
  const stated = envelope?.documentType;
  if (stated === undefined) return undefined;
  const actual = documentTypeOf(payload);
  if (stated.stated.startsWith(actual)) return undefined;
  return {
    severity: 'warning',
    code: 'VALUE_UNUSABLE',
    message: `The envelope says that this is "${stated.stated.slice(0, 300)}", the document itself is "${actual}". The document counts.`,
    hint: 'The access point that wraps the document should take the document type from the document.',
    at: { ...document.placeOf(stated.element), path: xmlPath(stated.element, { sbdh: SBDH }, []) },
  };
}

/** The document type that a payload really has, as envelopes write it: `root namespace::local name##CustomizationID::2.1`. */
function documentTypeOf(payload: XmlElement): string {
  const customization = payload.children.find(({ name }) => name === 'CustomizationID')?.text.trim() ?? '';
  return `${payload.namespace}::${payload.name}##${customization}`;
}
