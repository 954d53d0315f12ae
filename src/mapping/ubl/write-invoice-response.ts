import type { InvoiceResponse } from '../../domain/documents.generated.ts';
import { writeXml } from '../../formats/xml/write-xml.ts';
import { reasonSentence } from '../../texts/reason-sentence.ts';
import { writeRows } from '../rows/write-rows.ts';
import { APPLICATION_RESPONSE_NAMESPACES, INVOICE_RESPONSE_ROWS } from './invoice-response.table.ts';

/**
 * An Invoice Response as a UBL ApplicationResponse in UTF-8. The reasons become sentences in the language of the
 * document; the delivery id is the number of the message (`cbc:ID`).
 */
export function writeInvoiceResponse(content: InvoiceResponse): Uint8Array {
  const clarifications = content.clarifications.map(({ reason, ...rest }) =>
    reason === undefined ? rest : { ...rest, sentence: reasonSentence(content.language, reason, 'response') },
  );
  const rows = writeRows(INVOICE_RESPONSE_ROWS, { ...content, clarifications });
  return writeXml(
    { name: 'ApplicationResponse', attributes: [], content: rows },
    { namespaces: APPLICATION_RESPONSE_NAMESPACES },
  );
}
