import type { SiteSettings } from './settings.generated.ts';

/** How a due date is counted (contract 7), with Visma's letter for it (CS206500). */
export const DUE_DATE_TYPES = {
  'fixed-days': { visma: 'N' },
  'day-of-next-month': { visma: 'D' },
  'end-of-month': { visma: 'E' },
  'end-of-next-month': { visma: 'M' },
  'day-of-month': { visma: 'T' },
  'fixed-days-from-next-month': { visma: 'P' },
  custom: { visma: 'C' },
} as const;

export type DueDateType = keyof typeof DUE_DATE_TYPES;

/** In the place of an entity: all of them. */
export const EVERY_ENTITY = '*';

/** One line of lookups/payment-terms.csv: what ePack's code of payment terms means. */
export interface PaymentTerms {
  /** Id of an entity, or `*`. */
  entity: string;
  /** ePack's code. */
  code: string;
  vismaTerms: string;
  dueDateType: DueDateType;
  /** Days, or the day of the month. */
  days: number;
}

/** What a site's lookups say, beside its settings. Left out: they say nothing. */
export interface Lookups {
  paymentTerms?: readonly PaymentTerms[];
}

/** The settings in force, as decisions see them. */
export type SettingsWithLookups = SiteSettings & Lookups;
