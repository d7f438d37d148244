import type { Locale } from '../../i18n/text.ts';
import { speakerFor } from '../runs/words.ts';
import { countryName } from '../ventures/economics-page.ts';
import { zoneFigures } from './figures.ts';

/** The two zones that the site trains for, with the customs offices of their scenarios. */
export const ZONES = { xiangtan: ['4907'], chenzhou: ['4903'] } as const;
export type ZoneId = keyof typeof ZONES;
export const isZone = (text: string | null): text is ZoneId => text !== null && Object.hasOwn(ZONES, text);

/** The zone's figures with the words of one language. @param zone null means both */
export async function zonePage(zone: ZoneId | null, locale: Locale) {
  const { clearance, findings, statistics, credit, ...figures } = await zoneFigures(zone ? ZONES[zone] : []);
  const speaker = speakerFor(locale);
  return {
    ...figures,
    zone,
    clearance: clearance.map((item) => ({
      ...item,
      label: speaker.state('9610-export/parcel', `clearance.${item.key}`).title,
    })),
    findings: findings.map((item) => {
      const { title, remedy } = speaker.say('findings', [item.key]);
      return { ...item, label: title, remedy };
    }),
    statistics: statistics.map((item) => ({ ...item, label: countryName(item.country, locale) })),
    credit: credit.map((item) => ({
      ...item,
      label: speaker.say('creditClasses', [item.key]).title,
    })),
  };
}
