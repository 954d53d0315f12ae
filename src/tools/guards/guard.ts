/** What a guard of the build says: nothing where all is well, else what is wrong, a line or a paragraph each. */
export type Guard = () => Promise<readonly string[]>;
