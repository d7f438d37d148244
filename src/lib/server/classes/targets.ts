import type { Locale } from '../../i18n/text.ts';
import { library } from '../library/index.ts';

export interface Target {
  /** `scenario/9610-first-parcel` */
  value: string;
  kind: 'scenario' | 'course';
  title: string;
  /** The day whose law a scenario is played by. */
  policyDate: string;
}

/** What can be assigned: scenarios by their level, then courses in their order. */
export function targetsFor(locale: Locale): Target[] {
  const { scenarios, courses } = library();
  const played = [...scenarios.values()]
    .map(({ value }) => value)
    .sort((a, b) => a.level - b.level || a.minutes - b.minutes);
  return [
    ...played.map(({ id, title, setup }): Target => ({
      value: `scenario/${id}`,
      kind: 'scenario',
      title: title[locale],
      policyDate: setup.policyDate,
    })),
    ...[...courses.values()].map(({ value }): Target => ({
      value: `course/${value.id}`,
      kind: 'course',
      title: value.title[locale],
      policyDate: '',
    })),
  ];
}

/** What a target is called; one that left the library, by its id. */
export function titleOf(kind: string, target: string, locale: Locale): string {
  const { scenarios, courses } = library();
  const found = kind === 'scenario' ? scenarios.get(target)?.value : courses.get(target)?.value;
  return found?.title[locale] ?? target;
}
