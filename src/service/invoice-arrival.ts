import type { LedgerReader } from '../pipeline/ledger-port.ts';

/** The file in which an invoice came, and when. */
export interface InvoiceArrival {
  file: string | null;
  /** Instant. */
  arrivedAt: string | null;
}

/**
 * How an invoice came: its key is that of its own file. Where such a file is not known, the one that wrote it last
 * (`fileId`) tells.
 */
export async function arrivalOf(ledger: LedgerReader, key: string, fileId: string | null): Promise<InvoiceArrival> {
  const file = (await ledger.file(key)) ?? (fileId === null ? undefined : await ledger.file(fileId));
  return { file: file?.name ?? null, arrivedAt: file?.receivedAt ?? null };
}

/** Rows of the same supplier and number get the name of their file, so that they do not look the same. */
export async function withFileOfTwins(
  ledger: LedgerReader,
  rows: readonly Record<string, unknown>[],
): Promise<Record<string, unknown>[]> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(nameOf(row), (counts.get(nameOf(row)) ?? 0) + 1);
  return Promise.all(
    rows.map(async (row) => {
      if (counts.get(nameOf(row)) === 1) return row;
      const { file } = await arrivalOf(ledger, String(row['key']), (row['fileId'] ?? null) as string | null);
      return { ...row, fileName: file };
    }),
  );
}

function nameOf(row: Readonly<Record<string, unknown>>): string {
  return JSON.stringify([row['party'], row['number']]);
}
