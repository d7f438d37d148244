import type { Locale } from '../../i18n/text.ts';

/** Chinese names by their sound, as in every class register; then by the account, so that the order never wavers. */
const registers: Record<Locale, Intl.Collator> = {
  'zh-CN': new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true }),
  en: new Intl.Collator(['en', 'zh-CN-u-co-pinyin'], { numeric: true }),
};

/** Orders people as a register of this language does. */
export function byName(locale: Locale) {
  const { compare } = registers[locale];
  return (a: { name: string; username: string }, b: { name: string; username: string }): number =>
    compare(a.name, b.name) || compare(a.username, b.username);
}
