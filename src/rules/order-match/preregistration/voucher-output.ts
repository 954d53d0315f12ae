import type { Output } from '../../../domain/decision.ts';
import type { Voucher } from '../../../domain/documents.generated.ts';

/** A batch with one voucher (C066), on its way to Visma. Its key is its own, so that no later result takes its place. */
export function voucherOutput(
  batch: { key: string; documentId: string; voucherSeries: number; reversalOf?: string },
  voucher: Voucher,
): Output {
  const { key, documentId, voucherSeries, reversalOf } = batch;
  return {
    document: 'voucher-batch',
    folder: 'visma',
    key,
    revision: 1,
    content: {
      document: 'voucher-batch',
      key,
      documentId,
      batch: { voucherSeries, ...(reversalOf === undefined ? {} : { reversalOf }), vouchers: [voucher] },
    },
  };
}
