import { CHANNEL_NAMES } from '../domain/channel.table.ts';
import { didYouMean } from '../domain/did-you-mean.ts';
import { Fault } from '../domain/fault.ts';
import { MalformedJson } from '../formats/json/json-cursor.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../formats/json/json-value.ts';
import { type JsonPath, jsonPathText, locateJson } from '../formats/json/locate-json.ts';
import { parseJson } from '../formats/json/parse-json.ts';
import { lineIndex } from '../formats/text/line-index.ts';
import type { DeskRecords } from './desk.ts';

const PAUSED_TEXTS = ['name', 'by', 'at', 'reason'] as const;
const KEYS = ['pausedChannels', 'mutedAlerts'] as const;

/**
 * What a person may have written into the desk's file. Throws the fault `SETTINGS_INVALID` with line, column and what
 * would be right; a list that is left out is empty.
 */
export function readDesk(text: string, file: string): DeskRecords {
  const desk = new DeskText(text.replace(/^\uFEFF/, ''), file);
  const root = desk.root();
  for (const key of Object.keys(root)) {
    if ((KEYS as readonly string[]).includes(key)) continue;
    const meant = didYouMean(key, KEYS);
    const hint = meant === undefined ? `The keys are ${KEYS.join(' and ')}.` : `Did you mean "${meant}"?`;
    throw desk.fault([key], `There is no key "${key}" in the desk.`, hint);
  }
  return {
    pausedChannels: desk.list(root, 'pausedChannels').map((entry, index) => desk.pausedChannel(entry, index)),
    mutedAlerts: desk.list(root, 'mutedAlerts').map((entry, index) => desk.text(entry, ['mutedAlerts', index])),
  };
}

/** The text of a desk, and where things stand in it. */
class DeskText {
  readonly #text: string;
  readonly #file: string;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
  }

  root(): JsonObject {
    let value: JsonValue;
    try {
      value = parseJson(this.#text).value;
    } catch (error) {
      if (!(error instanceof MalformedJson)) throw error;
      throw this.#at(
        error.offset,
        error.message,
        'Mend the JSON at that place, or delete the file: a new one is empty.',
      );
    }
    if (isJsonObject(value)) return value;
    throw this.fault([], 'The desk is not an object.', 'Write { "pausedChannels": [], "mutedAlerts": [] }.');
  }

  list(root: JsonObject, key: string): JsonValue[] {
    const value = root[key];
    if (value === undefined) return [];
    if (Array.isArray(value)) return value;
    throw this.fault([key], `${key} must be a list.`, `Write "${key}": [] where there is nothing to say.`);
  }

  text(value: JsonValue | undefined, path: JsonPath): string {
    if (typeof value === 'string') return value;
    throw this.fault(path, `${jsonPathText(path)} must be a text.`, 'Write it in quotes.');
  }

  pausedChannel(entry: JsonValue, index: number): DeskRecords['pausedChannels'][number] {
    const path = ['pausedChannels', index];
    if (!isJsonObject(entry))
      throw this.fault(path, 'A paused channel must be an object.', `It has ${PAUSED_TEXTS.join(', ')}.`);
    const [name, by, at, reason] = PAUSED_TEXTS.map((key) =>
      this.text(entry[key], entry[key] === undefined ? path : [...path, key]),
    ) as [string, string, string, string];
    const channel = CHANNEL_NAMES.find((known) => known === name);
    if (channel !== undefined) return { name: channel, by, at, reason };
    const meant = didYouMean(name, CHANNEL_NAMES);
    const hint = meant === undefined ? `Channels: ${CHANNEL_NAMES.join(', ')}.` : `Did you mean "${meant}"?`;
    throw this.fault([...path, 'name'], `There is no channel "${name}".`, hint);
  }

  fault(path: JsonPath, message: string, hint: string): Fault {
    return this.#at(locateJson(this.#text, 0, path), message, hint);
  }

  #at(offset: number, message: string, hint: string): Fault {
    const at = { file: this.#file, ...lineIndex([this.#text]).at(offset) };
    return new Fault('SETTINGS_INVALID', `${this.#file} cannot be used: ${message}`, { hint, at });
  }
}
