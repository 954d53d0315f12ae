import type { XmlElement } from '../../src/formats/xml/xml-tree.ts';

/** One element of the structure: name, how often it may stand there, its attributes, and its children in their order. */
interface Part {
  name: string;
  min: number;
  max: number;
  attributes: readonly string[];
  parts: readonly Part[];
}

const one = (name: string, parts: readonly Part[] = [], attributes: readonly string[] = []): Part => ({
  name,
  min: 1,
  max: 1,
  attributes,
  parts,
});
const maybe = (part: Part): Part => ({ ...part, min: 0 });
const some = (part: Part): Part => ({ ...part, min: 0, max: Number.POSITIVE_INFINITY });

const identification = maybe(one('PartyIdentification', [one('ID', [], ['schemeID'])]));
const party = (name: string): Part =>
  one(name, [
    one('EndpointID', [], ['schemeID']),
    identification,
    one('PartyLegalEntity', [one('RegistrationName')]),
    maybe(one('Contact', [maybe(one('Name')), maybe(one('Telephone')), maybe(one('ElectronicMail'))])),
  ]);
const namedParty = (name: string): Part => maybe(one(name, [identification, one('PartyName', [one('Name')])]));

/** Peppol Invoice Response 3 (transaction T111) as its syntax is published, below the root. */
const T111: readonly Part[] = [
  one('CustomizationID'),
  one('ProfileID'),
  one('ID'),
  one('IssueDate'),
  maybe(one('IssueTime')),
  maybe(one('Note')),
  party('SenderParty'),
  party('ReceiverParty'),
  one('DocumentResponse', [
    one('Response', [
      one('ResponseCode'),
      maybe(one('EffectiveDate')),
      some(
        one('Status', [
          maybe(one('StatusReasonCode', [], ['listID'])),
          maybe(one('StatusReason')),
          some(one('Condition', [one('AttributeID'), maybe(one('Description'))])),
        ]),
      ),
    ]),
    one('DocumentReference', [one('ID'), maybe(one('IssueDate')), one('DocumentTypeCode')]),
    namedParty('IssuerParty'),
    namedParty('RecipientParty'),
  ]),
];

/** What is against the structure of an Invoice Response: order, number, unknown names, missing attributes, nothing inside. */
export function againstT111(root: XmlElement): string[] {
  if (root.name !== 'ApplicationResponse') return [`the root is ${root.name}`];
  return against(root, T111, root.name);
}

function against(element: XmlElement, parts: readonly Part[], path: string): string[] {
  const wrong: string[] = [];
  const left = [...element.children];
  for (const part of parts) {
    let count = 0;
    while (left[0]?.name === part.name) {
      const child = left.shift() as XmlElement;
      count += 1;
      wrong.push(...insideOf(child, part, `${path}/${part.name}`));
    }
    if (count < part.min || count > part.max) wrong.push(`${path}: ${part.name} stands there ${count} times`);
  }
  for (const child of left) wrong.push(`${path}: ${child.name} is not expected here`);
  return wrong;
}

function insideOf(element: XmlElement, part: Part, path: string): string[] {
  const names = element.attributes.map(({ name }) => name);
  const attributes =
    names.join() === part.attributes.join() ? [] : [`${path}: attributes ${names.join(' ') || 'none'}`];
  const empty = element.children.length === 0 && element.text.trim() === '' ? [`${path}: nothing inside`] : [];
  return [...attributes, ...empty, ...against(element, part.parts, path)];
}
