import Ban from '@lucide/svelte/icons/octagon-alert';
import BookOpen from '@lucide/svelte/icons/graduation-cap';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleDot from '@lucide/svelte/icons/circle-dot';
import Hourglass from '@lucide/svelte/icons/hourglass';
import Info from '@lucide/svelte/icons/info';
import Scale from '@lucide/svelte/icons/scale';
import type { Component } from 'svelte';

/**
 * What a colour may mean. `active` is where one stands now, `cleared` is done and good, `waiting` is on
 * somebody else or under inspection, `held` is refused or stopped, `law` points to a rule, `learn` to a lesson.
 */
export const tones = ['neutral', 'active', 'cleared', 'waiting', 'held', 'law', 'learn'] as const;
export type Tone = (typeof tones)[number];

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an icon is any component that takes size and class
export type IconComponent = Component<any>;

/** The sign that goes with a tone, for those who do not see the colour. */
export const toneIcons: Record<Tone, IconComponent> = {
  neutral: Info,
  active: CircleDot,
  cleared: CircleCheck,
  waiting: Hourglass,
  held: Ban,
  law: Scale,
  learn: BookOpen,
};
