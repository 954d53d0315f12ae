import type { TextSink } from './xml-tree.ts';

/** A running SHA-256, given by the caller: this layer has no cryptography of its own. */
export interface Hasher {
  update(bytes: Uint8Array): unknown;
  digest(encoding: 'hex'): string;
}

const WHITE = /[\t\n\r ]+/g;
const BASE64 = /^[A-Za-z0-9+/]*$/;

/** A sink that decodes base64 as it comes, counts and hashes the decoded bytes, and keeps none of them. */
export function base64Sink(hasher: Hasher): TextSink {
  let waiting = '';
  let padding = '';
  let bytes = 0;
  let sound = true;
  const take = (text: string): void => {
    if (text === '') return;
    const decoded = Buffer.from(text, 'base64');
    bytes += decoded.byteLength;
    hasher.update(decoded);
  };
  return {
    write(text) {
      let compact = waiting + text.replace(WHITE, '');
      const end = compact.indexOf('=');
      if (end >= 0) {
        padding += compact.slice(end);
        compact = compact.slice(0, end);
      } else if (padding !== '' && text.trim() !== '') sound = false;
      sound &&= BASE64.test(compact);
      const whole = compact.length - (compact.length % 4);
      take(compact.slice(0, whole));
      waiting = compact.slice(whole);
    },
    end() {
      const missing = (4 - (waiting.length % 4)) % 4;
      if (!/^={0,2}$/.test(padding) || missing === 3 || padding.length !== missing) sound = false;
      take(waiting);
      return { bytes, sha256: hasher.digest('hex'), sound };
    },
  };
}
