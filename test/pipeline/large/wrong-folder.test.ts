import { expect, test } from 'vitest';
import { NO_MAPPINGS } from '../../../src/mapping/language/mappings-in-force.ts';
import { readInPieces, readWhole, unpacked } from './read-in-pieces.ts';

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd';
const SBDH = 'http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader';
const invoice = `<Invoice xmlns="${UBL}:Invoice-2"><ID xmlns="${UBL}:CommonBasicComponents-2">F1</ID></Invoice>`;

test.each([
  ['bare', `<?xml version="1.0"?>\n${invoice}`],
  ['in an envelope', `<StandardBusinessDocument xmlns="${SBDH}">${invoice}</StandardBusinessDocument>`],
  ['with another root', '<Orders/>'],
])('an invoice in another folder is sent to its own, however large it is: %s', async (_, text) => {
  const file = { channel: 'visma', name: 'a.xml', bytes: new TextEncoder().encode(text) } as const;
  const said = ({ findings }: ReturnType<typeof readWhole>) =>
    findings.map(({ code, message, hint }) => ({ code, message, hint }));
  expect(said(unpacked(await readInPieces(file, [], NO_MAPPINGS)))).toEqual(said(readWhole(file, NO_MAPPINGS)));
});
