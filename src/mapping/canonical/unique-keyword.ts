import type { DataValidateFunction, FuncKeywordDefinition } from 'ajv/dist/types/index.js';

type Rows = readonly unknown[];
type Errors = NonNullable<DataValidateFunction['errors']>;

/**
 * The keyword `x-unique` of our schemas: the rows of a list differ in this property. Two order lines of one number would
 * be taken for one another by everything that is kept of them. What stands again is found where it does, and `firstIndex`
 * says where it stood before.
 */
export const UNIQUE_KEYWORD: FuncKeywordDefinition = {
  keyword: 'x-unique',
  type: 'array',
  schemaType: 'string',
  errors: true,
  compile: (property: string): DataValidateFunction => {
    const validate: DataValidateFunction = (rows: Rows, context) => {
      const errors = repetitions(rows, property, context?.instancePath ?? '');
      validate.errors = errors;
      return errors.length === 0;
    };
    return validate;
  },
};

function repetitions(rows: Rows, property: string, path: string): Errors {
  const first = new Map<unknown, number>();
  return rows.flatMap((row, index): Errors => {
    const value = (row as Record<string, unknown> | null)?.[property];
    const firstIndex = first.get(value);
    if (firstIndex === undefined) first.set(value, index);
    if (firstIndex === undefined || value === undefined) return [];
    return [
      { keyword: 'x-unique', instancePath: `${path}/${index}/${property}`, params: { property, value, firstIndex } },
    ];
  });
}
