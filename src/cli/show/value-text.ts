/** The longest value that is shown as a whole. */
const SHOWN_CHARACTERS = 60;

/** A value of a document for people, as JSON; long ones are cut off, "nothing" stands for none. */
export function valueText(value: unknown, most = SHOWN_CHARACTERS): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** `1 example`, `2 examples`. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
