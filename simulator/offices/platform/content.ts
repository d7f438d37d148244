/** What a listing page can be made of. Codes; their words are content. */
export const TITLES = ['keywordPile', 'plain', 'descriptive'] as const;
export const CONTENTS = [
  'mainPhoto',
  'scenePhotos',
  'dimensions',
  'material',
  'usage',
  'warning',
  'video',
  'responsiblePerson',
] as const;
export const CLAIMS = ['testedFact', 'handmade', 'bestInWorld', 'curesIllness', 'officialBrand'] as const;

/** 绝对化用语 and healing claims: no platform takes them, in no language. */
export const FORBIDDEN_CLAIMS: readonly string[] = ['bestInWorld', 'curesIllness'];

export interface Content {
  title: (typeof TITLES)[number];
  contents: (typeof CONTENTS)[number][];
  claims: (typeof CLAIMS)[number][];
}

const TITLE_POINTS = { keywordPile: 5, plain: 15, descriptive: 25 } as const;
const CONTENT_POINTS = {
  mainPhoto: 15,
  scenePhotos: 10,
  dimensions: 15,
  material: 10,
  usage: 10,
  warning: 5,
  video: 5,
  responsiblePerson: 5,
} as const satisfies Record<(typeof CONTENTS)[number], number>;

/** 0 … 100: how much a buyer learns from the page. Each piece counts once. */
export function contentScore({ title, contents }: Content): number {
  return [...new Set(contents)].reduce<number>(
    (sum, item) => sum + CONTENT_POINTS[item],
    TITLE_POINTS[title],
  );
}
