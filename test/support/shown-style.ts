/** How screens are shown in tests: English, one hundred columns wide, without colours. */
export const STYLE = {
  language: 'en',
  timeZone: 'Europe/Oslo',
  width: 100,
  paint: (_tone: unknown, text: string) => text,
} as const;
