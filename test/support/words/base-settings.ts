/** Settings of the catalogue's base world that scenarios change one by one. */
const COMPANY = {
  organisationNo: '991825827',
  feeAndRoundingProduct: 'G900',
  freightProduct: 'F400',
  tolerancePercent: '2',
  toleranceAmount: '50.00',
  orderProcessing: { automaticReceipt: true, noPartialReceipt: true },
};

type Settings = Record<string, unknown>;

/** The settings of the base world with those of a scenario over them, key by key within groups. */
export function overBase(settings: Settings): Settings {
  return merged({ company: COMPANY }, settings);
}

function merged(base: Settings, over: Settings): Settings {
  const entries = Object.entries(over).map(([key, value]) => {
    const own = base[key];
    return [key, isGroup(own) && isGroup(value) ? merged(own, value) : value];
  });
  return { ...base, ...Object.fromEntries(entries) };
}

function isGroup(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
