import { post, send, type Definition, type Effect, type Scene } from '../../kernel/index.ts';
import { moveLines } from '../../trade/ledger.ts';
import type { Order, Parcel } from '../../trade/records.ts';
import type { Setup } from '../../trade/setup.ts';
import { DAY, MINUTE } from '../../trade/time.ts';
import { stamp } from '../../trade/tracking.ts';
import { triangular } from '../../trade/triangular.ts';
import { lineTo, returnCarriage } from './tariff.ts';

const orderNoOf = (scene: Scene): string => scene.context.orderNo as string;

const collect = (scene: Scene): Effect[] => [
  send(scene.self, { type: 'COLLECTED' }, scene.between('return-time', 2, 5) * DAY),
];

/** The way home costs half as much again, and takes as long as the line takes out. */
function shipBack(scene: Scene): Effect[] {
  const orderNo = orderNoOf(scene);
  const { country } = scene.get<Order>('orders', orderNo);
  const [low, mode, high] = lineTo(scene.setup as Setup, country).days;
  const draw = scene.between(`return:${orderNo}`, 0, 999_999);
  const minutes = triangular(draw, low * 1_440, mode * 1_440, high * 1_440);
  const cost = returnCarriage(scene.get<Parcel>('parcels', orderNo).carriage);
  return [
    ...(cost > 0
      ? [post('returnCarriage', moveLines('bankCny', 'returnsHandling', 'CNY', cost), { orderNo })]
      : []),
    ...stamp(scene, orderNo, { code: 'RETURN_SHIPPED' }),
    send(scene.self, { type: 'HOME' }, Math.max(1, minutes) * MINUTE),
  ];
}

const handOver = (scene: Scene): Effect[] => [
  ...stamp(scene, orderNoOf(scene), { code: 'RETURNED_HOME' }),
  send('voyage', { type: 'RETURNED_HOME', orderNo: orderNoOf(scene) }),
];

export const takeBackEffects: Definition['effects'] = { collect, shipBack, handOver };
