import * as v from 'valibot';
import { define, move, rule } from '../../kernel/index.ts';
import { standing } from '../../trade/standing.ts';
import { chart } from './machine.ts';
import { effects } from './effects.ts';

/** Without the e-port card nothing can be signed, and so nothing sent. */
const eportHeld = rule('eportMissing', ['practice#eport-card', 'gacc-2018-219#registration'], (scene) =>
  standing(scene).eport ? null : { customsFiled: standing(scene).customsFiled ? 1 : 0 },
);

// Form faults are answered by CEB900, business faults by receipts, as in reality; only who has no card can't send.
const transmit = move(
  'exporter',
  v.object({
    /** The business message as it goes over the wire, out of its DxpMsg. */
    xml: v.pipe(v.string(), v.minLength(1), v.maxLength(4_000_000)),
    via: v.picklist(['form', 'editor', 'http']),
    /** CopMsgId of the DxpMsg that carried it; echoed by a CEB900. */
    copMsgId: v.optional(v.pipe(v.string(), v.maxLength(255)), ''),
  }),
  ['gacc-2018-194#three-data', 'gacc-2018-113#message-family'],
  [eportHeld],
);

export const definitions = [define('single-window/ingress', chart, { moves: { transmit }, effects })];
