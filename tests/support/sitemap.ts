import type { Page } from '@playwright/test';

/** Pages that need nothing but their address, by who sees them. Each role also sees what a visitor sees. */
export const PAGES = {
  visitor: [
    '/',
    '/learn',
    '/learn/9610-export',
    '/learn/9610-export/06-declaration-list',
    '/learn/9610-export/06-declaration-list/sources',
    '/learn/machines/9610-export/parcel',
    '/regulations',
    '/regulations/gacc-2018-194',
    '/glossary',
    '/simulate',
    '/sign-in',
    '/join',
    '/invite/void',
  ],
  student: ['/', '/account'],
  teacher: [
    '/',
    '/teach',
    '/teach/demo-class',
    '/teach/demo-class/people',
    '/teach/demo-class/assignments',
    '/teach/demo-class/grades',
  ],
  founder: ['/', '/incubate', '/incubate/new', '/incubate/paste'],
  officer: ['/', '/zone'],
  admin: ['/', '/admin'],
} as const;

export type Person = keyof typeof PAGES;

export const DESK_PANES = [
  '',
  'papers',
  'orders',
  'sourcing',
  'money',
  'flows',
  'tracking',
  'risks',
  'journal',
  'firm',
];

/** Everything that goes wrong in a page without the reader seeing it: errors of the console, of scripts, of the server. */
export function listenForFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error')
      faults.push(`${new URL(page.url()).pathname}: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => faults.push(`${new URL(page.url()).pathname}: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.url()}: ${response.status()}`);
  });
  return faults;
}
