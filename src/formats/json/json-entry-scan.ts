/** Where a scan through the entries of a list stands: how deep inside an entry, and whether inside a string. */
export interface ScanState {
  depth: number;
  inString: boolean;
  escaped: boolean;
}

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];

/**
 * The offset, not before `from`, of the character that ends the entry at hand: a comma or a closing bracket at its
 * level, or what cannot stand where it does, so that parsing the text up to there says what is wrong. -1 where the
 * entry goes on behind this piece. The state is carried from piece to piece.
 */
export function nextEntryEnd(piece: string, from: number, state: ScanState): number {
  for (let at = from; at < piece.length; at += 1) {
    const code = piece.charCodeAt(at);
    if (state.inString) {
      if (state.escaped) state.escaped = false;
      else if (code === BACKSLASH) state.escaped = true;
      else if (code === QUOTE) state.inString = false;
      else if (code < 0x20) return at;
    } else if (code === QUOTE) state.inString = true;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) state.depth += 1;
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET || code === COMMA) {
      if (state.depth === 0) return at;
      if (code !== COMMA) state.depth -= 1;
    }
  }
  return -1;
}
