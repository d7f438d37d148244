import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Colours of one rule of tokens.css: name → #rrggbb. */
type Colours = Record<string, string>;

const css = readFileSync('src/lib/ui/tokens.css', 'utf8');

function coloursOf(selector: string): Colours {
  const at = css.indexOf(`${selector} {`);
  if (at < 0) throw new Error(`tokens.css has no rule ${selector}`);
  const rule = css.slice(at, css.indexOf('}', at));
  return Object.fromEntries(
    [...rule.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((hit) => [hit[1]!, hit[2]!]),
  );
}

const light = coloursOf(':root');
const dark = { ...light, ...coloursOf(":root[data-theme='dark']:not([data-density='projector'])") };
const projector = { ...light, ...coloursOf(":root[data-density='projector']") };

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p) as [number, number];
  return (x + 0.05) / (y + 0.05);
}

test('the measure measures: black on white is 21 : 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test('the two lists of dark colours are one list', () => {
  expect(coloursOf(":root[data-theme='auto']:not([data-density='projector'])")).toEqual(
    coloursOf(":root[data-theme='dark']:not([data-density='projector'])"),
  );
});

const grounds = ['bg', 'sunken', 'raised'];
const inks = ['ink', 'ink-2', 'ink-3', 'harbour', 'harbour-hover', 'teal', 'green', 'amber', 'red', 'violet'];
const series = Array.from({ length: 8 }, (_, n) => `series-${n + 1}`);
const tones = ['harbour', 'teal', 'green', 'amber', 'red', 'violet'];

const of = (colours: Colours, name: string): string => {
  const colour = colours[name];
  if (!colour) throw new Error(`no --${name}`);
  return colour;
};
const pairs = (fronts: string[], backs: string[]) =>
  fronts.flatMap((f) => backs.map((b): [string, string] => [f, b]));

const readable: [string, string][] = [
  ...pairs(inks, grounds),
  ...tones.map((tone): [string, string] => [tone, `${tone}-ground`]),
  ...tones.map((tone): [string, string] => ['ink', `${tone}-ground`]),
  ...tones.map((tone): [string, string] => ['ink-2', `${tone}-ground`]),
  ['on-harbour', 'harbour'],
  ['on-harbour', 'harbour-hover'],
  ['on-red', 'red'],
];

describe.each([
  ['light', light, 4.5],
  ['dark', dark, 4.5],
  ['projector', projector, 7],
] as const)('%s', (_, colours, floor) => {
  test.each(readable)(`%s on %s is at least ${floor} : 1`, (front, back) => {
    expect(contrast(of(colours, front), of(colours, back))).toBeGreaterThanOrEqual(floor);
  });

  test.each(pairs(['line-strong', ...series], grounds))(
    '%s on %s is at least 3 : 1, as borders and lines must be',
    (front, back) => {
      expect(contrast(of(colours, front), of(colours, back))).toBeGreaterThanOrEqual(3);
    },
  );
});
