import { afterAll, describe, expect, test } from 'vitest';
import { chanceFrom } from '../../tests/support/chance.ts';
import { mutate, validTree } from '../../tests/support/message-cases.ts';
import { serialize } from '../../tests/support/message-xml.ts';
import {
  hasOfficialSchema,
  officialSamples,
  openOfficialSchema,
  type OfficialSchema,
} from '../../tests/support/official-schema.ts';
import { grammarOf, judge, MESSAGE_TYPES, writeMessage } from './index.ts';

/** Set CEB_CASES=100000 for the long run. */
const CASES = Number(process.env['CEB_CASES'] ?? 20_000);
const SEED = Number(process.env['CEB_SEED'] ?? 20261124);

describe.skipIf(!hasOfficialSchema)('the judge says what the official schema says', () => {
  let schema: OfficialSchema | null = null;
  const official = () => (schema ??= openOfficialSchema());
  afterAll(() => schema?.[Symbol.dispose]());

  test('about the official samples, and what we write from them is accepted too', () => {
    const samples = officialSamples();
    expect(samples.length).toBeGreaterThan(30);
    for (const { family, file, bytes } of samples) {
      const verdict = judge(bytes);
      expect([file, verdict.findings], file).toEqual([file, []]);
      expect(official().faultIn(family, writeMessage(verdict.message!)), file).toBeNull();
    }
  });

  test.each(MESSAGE_TYPES)('about messages of type %s that are made from the grammar', (type) => {
    const { family } = grammarOf(type);
    for (let seed = 0; seed < 15; seed++) {
      const chance = chanceFrom(seed);
      const xml = serialize(validTree(type, chance), chance);
      expect(official().faultIn(family, xml), xml).toBeNull();
      expect(judge(xml).findings, xml).toEqual([]);
    }
  });

  test(`about ${CASES} messages that were changed at random (seed ${SEED})`, { timeout: 600_000 }, () => {
    const disagreements: string[] = [];
    let refused = 0;
    for (let i = 0; i < CASES && disagreements.length < 5; i++) {
      const chance = chanceFrom(SEED + i);
      const type = chance.pick(MESSAGE_TYPES);
      const tree = validTree(type, chance);
      for (let n = chance.below(3); n >= 0; n--) mutate(tree, chance);
      const xml = serialize(tree, chance);
      const fault = official().faultIn(grammarOf(type).family, xml);
      const verdict = judge(xml);
      if (fault) refused++;
      if ((fault === null) !== verdict.schemaValid) {
        disagreements.push(
          `case ${SEED + i}: schema says ${fault}, we say ${JSON.stringify(verdict.findings)}\n${xml}`,
        );
      }
    }
    expect(disagreements).toEqual([]);
    // A run in which nothing, or everything, was refused would prove little.
    expect(refused).toBeGreaterThan(CASES / 4);
    expect(refused).toBeLessThan((CASES * 9) / 10);
  });
});
