import { post, put, send, type Effect, type Params, type Scene } from '../../kernel/index.ts';
import type { PostingLine } from '../../trade/ledger.ts';
import { moveLines } from '../../trade/ledger.ts';
import type { PlatformCharge, Proceeds } from '../../trade/records.ts';
import type { Account } from '../../trade/accounts.ts';

/**
 * The buyer's money at the platform, in US dollars. Until delivery it is an advance; all of it, and every fee, runs
 * through the reserve until a payout moves the rest to the wallet, from where the bank fetches it.
 */
export const proceedsOf = (scene: Scene, orderNo: string): Proceeds | null =>
  scene.find<Proceeds>('proceeds', orderNo);

export const keepProceeds = (proceeds: Proceeds): Effect => put('proceeds', proceeds.orderNo, proceeds);

export function postUsd(memo: string, from: Account, to: Account, amount: number, refs: Params): Effect[] {
  return amount === 0 ? [] : [post(memo, usd(moveLines(from, to, 'USD', amount)), refs)];
}

const usd = (lines: PostingLine[]): PostingLine[] => lines.filter(({ amount }) => amount !== 0);

/** Takes a fee out of the next payout. */
export function charge(
  scene: Scene,
  kind: PlatformCharge['kind'],
  orderNo: string,
  amount: number,
  expense: Account = 'platformFees',
): Effect[] {
  const id = `C${String(scene.next('charge')).padStart(4, '0')}`;
  const record: PlatformCharge = { id, orderNo, kind, amount, at: scene.now, payout: '' };
  return [
    put('charges', id, record),
    ...postUsd(`platform.${kind}`, 'platformReserve', expense, amount, { orderNo, charge: id }),
  ];
}

/** What may still go back to the buyer, cents. */
export const refundable = (proceeds: Proceeds | null): number =>
  proceeds ? proceeds.gross - proceeds.refunded : 0;

/**
 * Sends money back to the buyer, at most what is left of the sale. Before delivery the sale shrinks; after it the sale
 * stands and the refund is netted with the next payout (gross is reported, net is paid).
 *
 * @param patch what else becomes of the proceeds in the same stroke
 */
export function refundSale(
  scene: Scene,
  orderNo: string,
  {
    wanted = Infinity,
    memo = 'refund',
    patch = {},
  }: { wanted?: number; memo?: string; patch?: Partial<Proceeds> } = {},
): Effect[] {
  const proceeds = proceedsOf(scene, orderNo);
  if (!proceeds) return [];
  const left = refundable(proceeds);
  const amount = Math.min(wanted, left);
  if (amount <= 0) return [keepProceeds({ ...proceeds, ...patch })];
  const told = amount === left ? [send('voyage', { type: 'REFUNDED_BUYER', orderNo })] : [];
  if (proceeds.delivered === null) {
    return [
      ...postUsd(`platform.${memo}`, 'platformReserve', 'customerAdvances', amount, { orderNo }),
      keepProceeds({ ...proceeds, gross: proceeds.gross - amount, ...patch }),
      ...told,
    ];
  }
  return [
    ...charge(scene, 'refund', orderNo, amount, 'sales'),
    keepProceeds({ ...proceeds, refunded: proceeds.refunded + amount, ...patch }),
    ...told,
  ];
}

/** The sale stays in the reserve while a case is open. */
export function holdSale(scene: Scene, orderNo: string): Effect[] {
  const proceeds = proceedsOf(scene, orderNo);
  return proceeds ? [keepProceeds({ ...proceeds, held: true })] : [];
}

/** The card bank keeps what it took: the sale is gone by so much, and free of its case. */
export function loseSale(scene: Scene, orderNo: string, amount: number): Effect[] {
  const proceeds = proceedsOf(scene, orderNo);
  return proceeds ? [keepProceeds({ ...proceeds, held: false, refunded: proceeds.refunded + amount })] : [];
}

/** Zone credit: dimension 4 is fulfilment, 2 product quality (dossier 5.3, counted from 0). */
export const credit = (code: string, dimension: 2 | 4, delta: number): Effect =>
  send('zone', { type: 'CREDIT', code, dimension, delta, cites: ['dryport-model#zone-credit'] });
