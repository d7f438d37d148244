import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLACES, fictionalCodes, isCustomsCode, isEnterpriseCode, isUscc } from './party.ts';
import type { Place } from './party.ts';

describe('enterprise codes', () => {
  // published codes of listed companies, as an outside check of the arithmetic
  it.each(['914403001922038216', '9144030071526726XG', '91330100799655058B'])('%s is right', (code) => {
    expect(isUscc(code)).toBe(true);
  });

  it('one wrong character is found', () => {
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...alphabet), (at, letter) => {
        const right = '914403001922038216';
        const wrong = right.slice(0, at) + letter + right.slice(at + 1);
        expect(isUscc(wrong)).toBe(wrong === right);
      }),
    );
  });

  it('makes fictional firms whose codes are formally right, and each only once', () => {
    const seen = new Set<string>();
    for (const place of Object.keys(PLACES) as Place[]) {
      for (let counter = 0; counter < 50; counter++) {
        const { uscc, customsCode } = fictionalCodes(place, counter);
        expect(isUscc(uscc) && isCustomsCode(customsCode) && isEnterpriseCode(uscc)).toBe(true);
        expect(uscc.slice(6, 8)).toBe('99'); // no real district
        seen.add(uscc).add(customsCode);
      }
    }
    expect(seen.size).toBe(5 * 50 * 2);
  });

  it.each(['', '4303', '43039600000', '91430399ma', 'NO'])('"%s" is no enterprise code', (code) => {
    expect(isEnterpriseCode(code)).toBe(false);
  });
});
