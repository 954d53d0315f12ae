/** Characters of one document in a file of many: an order of 10,000 lines has about one million. */
export const MOST_CHARACTERS = 33_554_432;
