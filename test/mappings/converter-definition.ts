import type { ArgumentRow } from '../../src/mapping/language/values/converter-arguments.ts';
import { CONVERTERS } from '../../src/mapping/language/values/converter.table.ts';

/**
 * The converters as the schema of mapping files has them, for editors: every name with what it does and takes. What their
 * arguments may be is not said here: the converter itself says better what is wrong.
 */
export function converterDefinition(): object {
  const described = Object.entries(CONVERTERS).map(([name, { does, arguments: taken }]) => {
    const keys = Object.entries<ArgumentRow>(taken).map(([key, row]) => [key, argument(row)]);
    return [name, { description: does, ...(keys.length === 0 ? {} : { properties: Object.fromEntries(keys) }) }];
  });
  return {
    title: 'Converter',
    'x-type': 'Converter',
    anyOf: [
      { type: 'string', minLength: 1, examples: Object.keys(CONVERTERS) },
      {
        'x-ts-type': '{ [k: string]: unknown }',
        type: 'object',
        minProperties: 1,
        maxProperties: 1,
        additionalProperties: true,
        properties: Object.fromEntries(described),
      },
    ],
  };
}

function argument({ says, choices }: ArgumentRow): object {
  return { description: says, ...(choices === undefined ? {} : { examples: choices }) };
}
