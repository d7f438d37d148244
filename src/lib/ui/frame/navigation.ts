import Container from '@lucide/svelte/icons/container';
import GraduationCap from '@lucide/svelte/icons/graduation-cap';
import Landmark from '@lucide/svelte/icons/landmark';
import Rocket from '@lucide/svelte/icons/rocket';
import Scale from '@lucide/svelte/icons/scale';
import Settings from '@lucide/svelte/icons/settings';
import Users from '@lucide/svelte/icons/users';
import { m } from '$lib/paraglide/messages.js';
import type { IconComponent } from '../tones.ts';

export interface Place {
  href: string;
  label: () => string;
  /** What one does there, in a line. */
  about: () => string;
  icon: IconComponent;
}

const learn: Place = {
  href: '/learn',
  label: m.common_nav_learn,
  about: m.common_room_learn,
  icon: GraduationCap,
};
const simulate: Place = {
  href: '/simulate',
  label: m.common_nav_simulate,
  about: m.common_room_simulate,
  icon: Container,
};
const teach: Place = { href: '/teach', label: m.common_nav_teach, about: m.common_room_teach, icon: Users };
const incubate: Place = {
  href: '/incubate',
  label: m.common_nav_incubate,
  about: m.common_room_incubate,
  icon: Rocket,
};
const zone: Place = { href: '/zone', label: m.common_nav_zone, about: m.common_room_zone, icon: Landmark };
const regulations: Place = {
  href: '/regulations',
  label: m.common_nav_regulations,
  about: m.common_room_regulations,
  icon: Scale,
};
const admin: Place = {
  href: '/admin',
  label: m.common_nav_admin,
  about: m.common_room_admin,
  icon: Settings,
};

const placesOfRole: Record<string, readonly Place[]> = {
  student: [learn, simulate, regulations],
  instructor: [teach, learn, simulate, regulations],
  founder: [incubate, learn, simulate, regulations],
  officer: [zone, learn, simulate, regulations],
  administrator: [admin, teach, zone, learn, simulate, regulations],
};

/** The rooms that somebody uses, the own one first. Whoever has not signed in sees what is open to all. */
export function placesFor(role: string | undefined): readonly Place[] {
  return (role && placesOfRole[role]) || [learn, simulate, incubate, regulations];
}

/** Whether a page is in a room: `/learn` holds `/learn/9610-export/first`, and not `/learning`. */
export function isIn(place: Place, pathname: string): boolean {
  return pathname === place.href || pathname.startsWith(`${place.href}/`);
}
