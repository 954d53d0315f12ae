/** Statuses as a sentence names them: "delivered, confirmed or stopped", each once, in the order of the alphabet. */
export function statusList(statuses: readonly string[]): string {
  return [...new Set(statuses)]
    .sort()
    .join(', ')
    .replace(/, ([^,]+)$/, ' or $1');
}
