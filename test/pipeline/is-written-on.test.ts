import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/domain/fault.ts';
import type { Inbox } from '../../src/pipeline/ports.ts';
import type { FileInHand } from '../../src/pipeline/steps/file-in-hand.ts';
import { isWrittenOn } from '../../src/pipeline/steps/is-written-on.ts';

const DECIDED = Buffer.from('<a/>');

function hand(more: Partial<FileInHand> = {}): FileInHand {
  const claim = { id: 'f1', name: 'a.xml', bytes: DECIDED.length, fingerprint: 'then' };
  return { claim, bytes: DECIDED, sha256: hash('sha256', DECIDED), fault: null, ...more } as unknown as FileInHand;
}

/** An inbox whose file looks like this now. */
function inboxWith(fingerprint: string, read: () => Buffer): Inbox {
  return { fingerprint: async () => fingerprint, read: async () => read() } as unknown as Inbox;
}

const tooLarge = (): never => {
  throw new Fault('FILE_TOO_LARGE', 'too large', { hint: 'smaller' });
};

describe('a claimed file', () => {
  it.each([
    ['the same fingerprint', 'then', tooLarge, false],
    ['other times and the same bytes', 'now', () => DECIDED, false],
    ['other bytes of the same length', 'now', () => Buffer.from('<b/>'), true],
    ['more bytes', 'now', () => Buffer.from('<a/>\n'), true],
    ['more bytes than the channel takes', 'now', tooLarge, true],
    ['no file any more', 'gone', tooLarge, true],
  ])('with %s', async (_what, fingerprint, read, expected) => {
    expect(await isWrittenOn(inboxWith(fingerprint, read), hand())).toBe(expected);
  });

  it('that was refused unread is not read now either, whatever its times', async () => {
    expect(await isWrittenOn(inboxWith('now', tooLarge), hand({ bytes: Buffer.alloc(0), sha256: '' }))).toBe(false);
  });

  it('keeps the new fingerprint, so that it is not read again', async () => {
    const file = hand();
    await isWrittenOn(
      inboxWith('now', () => DECIDED),
      file,
    );
    expect(file.claim.fingerprint).toBe('now');
  });
});

describe('a large claimed file, whose bytes are not kept', () => {
  const large = () => hand({ bytes: { length: DECIDED.length } });
  const inbox = (fingerprint: string, bytes: Buffer): Inbox =>
    ({
      fingerprint: async () => fingerprint,
      async *pieces() {
        for (const byte of bytes) yield Buffer.of(byte);
      },
    }) as unknown as Inbox;

  it.each([
    ['the same fingerprint', 'then', Buffer.alloc(0), false],
    ['other times and the same bytes', 'now', DECIDED, false],
    ['other bytes of the same length', 'now', Buffer.from('<b/>'), true],
    ['more bytes', 'now', Buffer.from('<a/>\n'), true],
    ['fewer bytes', 'now', Buffer.from('<a/'), true],
  ])('with %s', async (_what, fingerprint, bytes, expected) => {
    expect(await isWrittenOn(inbox(fingerprint, bytes), large())).toBe(expected);
  });
});
