import * as v from 'valibot';

/** The languages of the house; the first is the one that content is written in first. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** A sentence in every language of the house. */
export type Text = Record<Locale, string>;

const sentence = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** Content may not leave a language out: a half-translated page looks like a broken one. */
export const TextSchema = v.strictObject({ 'zh-CN': sentence, en: sentence });

/** A name that can stand in an address: lower-case letters, digits and single dashes. */
export const IdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

/** `gacc-2018-194` or `gacc-2018-194#summary-by-15th`. */
export const CiteSchema = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*(#[a-z0-9]+(-[a-z0-9]+)*)?$/));
