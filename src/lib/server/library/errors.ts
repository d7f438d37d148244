/**
 * Every complaint that the library can make about a content file. Words: content/words/contentErrors.yaml.
 * A complaint is a value: one bad file never stops the others from being read.
 */
export const CONTENT_ERRORS = [
  'badYaml',
  'badShape',
  'badFrontMatter',
  'wrongPlace',
  'duplicateId',
  'idDiffersFromName',
  'missingLocale',
  'localesDiffer',
  'unknownCitation',
  'unknownTerm',
  'unknownQuestion',
  'unknownFigure',
  'unknownMachine',
  'unknownSample',
  'unknownField',
  'unknownLesson',
  'unknownScenario',
  'unknownBlock',
  'badBlock',
  'unlistedLesson',
  'headingOne',
  'strayMarkup',
  'unsafeLink',
  'tooLarge',
  'tooDeep',
] as const;

export type ContentErrorCode = (typeof CONTENT_ERRORS)[number];

export interface ContentError {
  /** Path inside `content/`. */
  file: string;
  /** 1-based line; 1 when the whole file is meant. */
  line: number;
  code: ContentErrorCode;
  params: Record<string, string | number>;
}

/** One complaint as one line for a terminal: `courses/x/course.yaml:3 unknownLesson {"lesson":"01-a"}`. */
export function toLine(error: ContentError): string {
  return `${error.file}:${error.line} ${error.code} ${JSON.stringify(error.params)}`;
}
