import type { Fault } from '../domain/fault.ts';
import type { InboxName } from '../domain/settings.generated.ts';
import type { Path } from './path.ts';

/** Where a trouble was met: only a success there ends it. */
export type TroubleSource = 'scan' | 'claim' | 'batch';

/**
 * What is wrong with a channel now, as people are told of it: an alert when it begins and when it turns into
 * something else, a log line at every attempt, and the alert taken back when a batch gets through again.
 */
export class ChannelTrouble {
  readonly #path: Path;
  readonly #channel: InboxName;
  #fault: Fault | null = null;
  #from: TroubleSource = 'scan';

  constructor(path: Path, channel: InboxName) {
    this.#path = path;
    this.#channel = channel;
  }

  get fault(): Fault | null {
    return this.#fault;
  }

  tell(fault: Fault, from: TroubleSource): void {
    const channel = this.#channel;
    this.#path.log.warn(from === 'batch' ? 'batch-waits' : 'intake-waits', {
      channel,
      code: fault.code,
      error: fault.message,
      hint: fault.hint,
    });
    if (this.#fault?.code === fault.code && this.#from === from) return;
    this.over();
    this.#fault = fault;
    this.#from = from;
    const subject = { kind: 'channel', key: channel };
    this.#path.riders.changes.push({ change: 'raise-alert', code: fault.code, subject, text: fault.message });
    this.#path.riders.added();
  }

  /** The trouble has ended; `of`: only where that is where it came from. */
  over(of?: TroubleSource): void {
    if (this.#fault === null || (of !== undefined && of !== this.#from)) return;
    const subject = { kind: 'channel', key: this.#channel };
    this.#path.riders.changes.push({ change: 'clear-alert', code: this.#fault.code, subject });
    this.#fault = null;
    this.#path.riders.added();
  }

  /** Something in the folder that is never opened: a link, a device, a name that is no text. Told once each. */
  refuse({ name, code, what }: { name: string; code: 'NOT_A_FILE' | 'NAME_NOT_UTF8'; what: string }): void {
    const channel = this.#channel;
    this.#path.log.warn('intake-refused', { channel, name, code, what });
    const subject = { kind: 'channel', key: `${channel}/${name}` };
    const text = `inbox/${channel}/${name}: ${what}`;
    this.#path.riders.changes.push({ change: 'raise-alert', code, subject, text });
    this.#path.riders.added();
  }
}
