/**
 * A setting with the default that its group gives it: a group may have another default for a key than the key itself, such
 * as a channel that is off by default. `groupDefault`: the default of the group, as the schema has it.
 */
export function withGroupDefault<Setting extends { default?: unknown }>(
  setting: Setting,
  groupDefault: unknown,
  name: string,
): Setting {
  if (typeof groupDefault !== 'object' || groupDefault === null || !Object.hasOwn(groupDefault, name)) return setting;
  return { ...setting, default: (groupDefault as Record<string, unknown>)[name] };
}
