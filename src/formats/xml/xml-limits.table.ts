/** What one XML file may hold. Every limit is far beyond honest documents and well before memory or time run out. */
export interface XmlLimits {
  /** Levels of elements. UBL needs about 12. */
  depth: number;
  attributesPerElement: number;
  /** Elements and attributes together. An invoice of 10,000 lines has about half a million. */
  nodes: number;
  /** The same of what stands around records, where a file is read record by record. */
  nodesAround: number;
  /** Characters of the texts and attribute values there. */
  charactersAround: number;
  /** Characters before the root element; a DOCTYPE is looked for in them. */
  prologCharacters: number;
  /** Characters of one text, attribute value, comment or name. */
  textCharacters: number;
  /** Characters of one text that goes to a sink: an attachment in base64. */
  sunkCharacters: number;
}

export const XML_LIMITS: XmlLimits = {
  depth: 100,
  attributesPerElement: 200,
  nodes: 1_500_000,
  nodesAround: 100_000,
  charactersAround: 5_000_000,
  prologCharacters: 16_000,
  textCharacters: 10_000_000,
  sunkCharacters: 100_000_000,
};

/** How each limit is told to a person. */
export const XML_LIMIT_WORDS: Readonly<Record<keyof XmlLimits, string>> = {
  depth: 'levels of elements inside each other',
  attributesPerElement: 'attributes on one element',
  nodes: 'elements and attributes in one file or record',
  nodesAround: 'elements and attributes around its records',
  charactersAround: 'characters of text around its records',
  prologCharacters: 'characters before the first element',
  textCharacters: 'characters in one text',
  sunkCharacters: 'characters in one attachment',
};
