/** Log lines of the channels: a closed list, so that searches and metrics can rely on them. */
export type ChannelEvent =
  | 'inbox-file-unreadable'
  | 'inbox-file-not-claimed'
  | 'inbox-file-put-back'
  | 'inbox-put-back-waits'
  | 'inbox-watch-renewed'
  | 'inbox-watch-failed';

/** Writes one log line; `data` has the path and the errno where there are any. */
export type ChannelLog = (level: 'info' | 'warn', event: ChannelEvent, data: Record<string, unknown>) => void;
