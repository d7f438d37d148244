import type { Scene } from '../kernel/index.ts';
import type { Qualification, Standing } from './records.ts';
import type { Setup } from './setup.ts';

/** What a firm holds on its first day: all of it when the scenario begins after registration, else nothing. */
export function openingStanding({ enterprise }: Setup): Standing {
  const all = enterprise.registered;
  return {
    licensed: all,
    customsFiled: all,
    eport: all,
    forex: all ? 'listed' : 'none',
    taxFiled: all,
    zonePlatform: all,
    shop: all,
  };
}

/** What the firm holds now; rules of every room ask here and never look into the machine `firm`. */
export function standing(scene: Scene): Standing {
  return scene.find<Standing>('enterprise', 'self') ?? openingStanding(scene.setup as Setup);
}

/** Whether the firm itself holds a qualification (`needs` of the goods); a supplier's certificate is another matter. */
export function isQualified(scene: Scene, need: string): boolean {
  const held = scene.find<Qualification>('qualifications', need);
  return held?.granted !== null && held?.granted !== undefined;
}
