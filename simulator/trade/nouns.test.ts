import { describe, expect, it } from 'vitest';
import { findHsFault, sectionOf } from './hs-code.ts';
import { cifFromCfr, fobOf, premiumOf } from './incoterm.ts';
import { confidenceOf, weakest } from './tag.ts';
import { billedGrams, findGrams, wireKilograms } from './weight.ts';

describe('goods codes', () => {
  it.each([
    ['4409211090', 10, null],
    ['4409', 4, null],
    ['44092110', 10, 'hsWrongLength'],
    ['44092110AB', 10, 'hsNotDigits'],
    ['7709211090', 10, 'hsNoSuchChapter'],
    ['0009211090', 10, 'hsNoSuchChapter'],
    ['9909211090', 10, 'hsNoSuchChapter'],
  ] as const)('%s in %i digits: %s', (code, digits, fault) => expect(findHsFault(code, digits)).toBe(fault));

  it.each([
    ['0101', 1],
    ['1515', 3],
    ['4409', 9],
    ['7117', 14],
    ['8507', 16],
    ['9503', 20],
  ])('%s is in section %i', (hs, section) => expect(sectionOf(hs)).toBe(section));
});

describe('terms of delivery', () => {
  const costs = { inland: 250, freight: 3_800, insurance: 60, abroad: 500 };
  it.each([
    ['EXW', 10_250],
    ['FOB', 10_000],
    ['CFR', 6_200],
    ['CIF', 6_140],
    ['DAP', 5_640],
  ] as const)('10 000 on %s are FOB %i', (term, fob) => expect(fobOf(10_000, term, costs)).toBe(fob));

  it('the premium of a CIF price built from CFR is what CIF exceeds CFR by', () => {
    const cif = cifFromCfr(1_290_000, 3_000);
    expect(cif - 1_290_000).toBe(premiumOf(cif, 3_000));
  });
});

describe('confidence', () => {
  it.each([
    ['', ''],
    ['S31', 'S'],
    ['S', 'S'],
    ['S31+K', 'K'],
    ['S17+?', '?'],
    ['P', 'P'],
  ])('"%s" is worth "%s"', (tag, grade) => expect(confidenceOf(tag)).toBe(grade));

  it('is inherited from the weakest', () => {
    expect(weakest(['S01', '', 'K', '?'])).toBe('?');
    expect(weakest(['?', 'P', 'S'])).toBe('P');
    expect(weakest([])).toBe('');
  });

  it.each(['X', 'S1+X', 's', 'Swhat'])('"%s" is no tag', (tag) =>
    expect(() => confidenceOf(tag)).toThrow(RangeError),
  );
});

describe('weight', () => {
  it('goes to kilograms and back', () => {
    expect([wireKilograms(350), findGrams('0.35'), findGrams('0.3505'), findGrams('-1')]).toEqual([
      '0.35',
      350,
      null,
      null,
    ]);
  });

  it('is billed by volume when that is more, in whole steps', () => {
    const terms = { cubicCentimetresPerKilogram: 6_000, step: 100 };
    expect(billedGrams(350, [300, 200, 100], terms)).toBe(1_000);
    expect(billedGrams(1_210, [300, 200, 100], terms)).toBe(1_300);
  });
});
