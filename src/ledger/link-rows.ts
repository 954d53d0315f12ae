import type { LinkState } from '../domain/decision.ts';

/** The links of one document to the lines of one order, as their table holds them. */
export interface LinksRow {
  documentId: string;
  orderNo: string;
  /** A JSON list of `PlacedLink`. */
  links: string;
}

/** `place`: where the link stands among all links of its document. */
type PlacedLink = LinkState & { place: number };

/** The links of a document as rows, one for each order, in the order in which they first name it. */
export function rowsOf(documentId: string, links: readonly LinkState[]): LinksRow[] {
  const placed = links.map((link, place): PlacedLink => ({ place, ...link }));
  return [...Map.groupBy(placed, ({ orderNo }) => orderNo)].map(([orderNo, ofOrder]) => ({
    documentId,
    orderNo,
    links: JSON.stringify(ofOrder),
  }));
}

/** The links of rows that are in the order in which they were written: document by document, each in its own order. */
export function linksOf(rows: readonly LinksRow[]): LinkState[] {
  const documents = [...Map.groupBy(rows, ({ documentId }) => documentId).values()];
  return documents.flatMap((ofDocument) => {
    const placed = ofDocument.flatMap(({ links }) => JSON.parse(links) as PlacedLink[]);
    return placed.sort((a, b) => a.place - b.place).map(({ place: _, ...link }) => link);
  });
}
