/** Everything has a limit: more than this is no folder of mapping files. */
export const MAPPING_LIMITS = {
  /** Mapping files and look-ups of one site. */
  files: 1_000,
  /** Folders below one another. */
  depth: 8,
  /** Bytes of one mapping file: ten times the longest honest one, and compiled in a few seconds however it is written. */
  mappingBytes: 262_144,
  /** Bytes of one look-up. */
  lookupBytes: 16_777_216,
  /** Bytes of all of them together. */
  bytes: 67_108_864,
} as const;
