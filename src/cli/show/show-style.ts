import type { Language } from '../command-shape.ts';
import type { Terminal } from '../terminal.ts';

/** How something is shown: for whom, and on what. */
export interface ShowStyle {
  language: Language;
  timeZone: string;
  width: number;
  paint: Terminal['paint'];
}

/** A part with its title, indented; nothing where there is nothing to say. */
export function section(style: Pick<ShowStyle, 'paint'>, title: string, body: string): string {
  return body === '' ? '' : `${style.paint('title', title)}\n${indented(body)}`;
}

/** Every line two characters to the right, unless it is already. */
export function indented(body: string): string {
  return body
    .split('\n')
    .map((line) => (line === '' || line.startsWith('  ') ? line : `  ${line}`))
    .join('\n');
}
