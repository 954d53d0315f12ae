/** Name of the marker in a staging folder: it says which site and which start of it wrote here last. */
export const MARKER_NAME = '.ordrebro';

/** What the marker says. The ledger knows the same: a staged file that is gone was delivered only if both agree. */
export interface StagingMarker {
  siteId: string;
  epoch: number;
}

/** The marker's text; null for anything that is not one, since a damaged marker proves nothing. */
export function parseMarker(text: string): StagingMarker | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('siteId' in value) || !('epoch' in value)) return null;
  const { siteId, epoch } = value;
  return typeof siteId === 'string' && Number.isSafeInteger(epoch) ? { siteId, epoch: epoch as number } : null;
}

export function markerText(marker: StagingMarker): string {
  return `${JSON.stringify({ siteId: marker.siteId, epoch: marker.epoch })}\n`;
}
