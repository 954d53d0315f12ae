/** What the checker needs to know of a result document. */
export interface Result {
  document: string;
  /** The document id of the supplier invoice. */
  key: string;
  revision: number;
  deliveryId: string;
  status: number;
}

/** What the checker needs to know of an acknowledgement. */
export interface Answer {
  fileId: string;
  fileName: string;
  channel: string;
  sha256: string;
  outcome: string;
  deliveryId: string;
  /** It says that its results are still on their way. */
  pending: boolean;
  /** Document ids of the supplier invoices it says were decided: each must have a result. */
  decided: string[];
}

/** An order match result in the checker's own words. */
export function resultOf(content: Record<string, unknown>): Result {
  const status = content['status'] as { code?: number } | undefined;
  return {
    document: String(content['document']),
    key: String(content['documentId']),
    revision: Number(content['revision']),
    deliveryId: String(content['deliveryId']),
    status: Number(status?.code),
  };
}

/** An acknowledgement in the checker's own words. */
export function answerOf(content: Record<string, unknown>): Answer {
  const file = content['file'] as Record<string, unknown>;
  const documents = content['documents'] as { document: string; key: string; outcome: string }[];
  const findings = content['findings'] as { code: string }[];
  const decided = documents.filter(
    (one) => one.document === 'supplier-invoice' && ['accepted', 'held'].includes(one.outcome),
  );
  return {
    fileId: String(file['id']),
    fileName: String(file['name']),
    channel: String(file['channel']),
    sha256: String(file['sha256']),
    outcome: String(content['outcome']),
    deliveryId: String(content['deliveryId']),
    pending: findings.some((finding) => finding.code === 'DELIVERY_PENDING'),
    decided: decided.map((one) => one.key),
  };
}
