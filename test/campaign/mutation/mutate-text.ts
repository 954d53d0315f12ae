import type { Chance } from '../../support/random.ts';

/** What happens to files that people edit: slips, half-saved files, the wrong file, and bytes that are no text. */
const MUTATIONS: Readonly<Record<string, (text: string, choice: Chance) => string | Uint8Array>> = {
  'a character changed': (text, choice) => {
    const at = choice.between(0, text.length - 1);
    return `${text.slice(0, at)}${choice.pick([...':,{}[]"\'#-&*!|>%@`\tåx0 '])}${text.slice(at + 1)}`;
  },
  'a character left out': (text, choice) => {
    const at = choice.between(0, text.length - 1);
    return text.slice(0, at) + text.slice(at + 1);
  },
  'a line left out': (text, choice) => {
    const lines = text.split('\n');
    lines.splice(choice.between(0, lines.length - 1), 1);
    return lines.join('\n');
  },
  'a line twice': (text, choice) => {
    const lines = text.split('\n');
    const at = choice.between(0, lines.length - 1);
    lines.splice(at, 0, lines[at] ?? '');
    return lines.join('\n');
  },
  'two lines changed about': (text, choice) => {
    const lines = text.split('\n');
    const at = choice.between(0, lines.length - 2);
    [lines[at], lines[at + 1]] = [lines[at + 1] ?? '', lines[at] ?? ''];
    return lines.join('\n');
  },
  'half of it saved': (text, choice) => text.slice(0, choice.between(0, text.length - 1)),
  'nothing in it': () => '',
  'another file': () => '{"document":"product"}',
  'bytes that are no text': (text, choice) => {
    const bytes = Buffer.from(text);
    bytes[choice.between(0, bytes.length - 1)] = choice.between(128, 255);
    return bytes;
  },
  'a comment more': (text) => `# noted\n${text}`,
  'very many rows': (text) => text + '  - { to: description, from: Text, optional: true }\n'.repeat(5000),
  'itself within itself': (text) => `${text}  - &a { to: unit, at: ".", rows: [*a] }\n`,
};

/** One mutation of a text, and what it is called. */
export function mutateText(text: string, choice: Chance): { name: string; content: string | Uint8Array } {
  const name = choice.pick(Object.keys(MUTATIONS));
  return { name, content: MUTATIONS[name]?.(text, choice) ?? text };
}
