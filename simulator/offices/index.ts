import type { Definition } from '../kernel/index.ts';
import { definitions as bank } from './bank/index.ts';
import { definitions as carrier } from './carrier/index.ts';
import { definitions as customs } from './customs/index.ts';
import { definitions as platform } from './platform/index.ts';
import { definitions as registration } from './registration/index.ts';
import { definitions as singleWindow } from './single-window/index.ts';
import { definitions as site } from './site/index.ts';
import { definitions as statistics } from './statistics/index.ts';
import { definitions as supplier } from './supplier/index.ts';
import { definitions as tax } from './tax/index.ts';
import { definitions as zone } from './zone/index.ts';

/** Every institution that a trainee meets. */
export const OFFICES: readonly Definition[] = [
  ...registration, ...supplier, ...platform, ...singleWindow, ...customs, ...carrier, ...site, ...tax, ...bank, ...zone, ...statistics,
]; // prettier-ignore
