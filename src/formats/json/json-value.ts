/** A number exactly as it was written: never a binary float, so that an amount keeps its digits. */
export class JsonNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type JsonValue = string | boolean | null | JsonNumber | JsonObject | JsonValue[];
export interface JsonObject {
  [key: string]: JsonValue;
}

/** Is it an object (and no list, number or null)? */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber);
}
