import { expect, test } from 'vitest';
import { FORM, aShop, listed } from '../../../tests/support/shop.ts';
import { aProduct, aScenario } from '../../../tests/support/trade.ts';
import type { Listing, Order, PlatformCharge } from '../../trade/records.ts';

const orders = (play: ReturnType<typeof listed>) => play.all<Order>('orders');

test('listing puts the goods into the window and costs a fee that the next payout takes', () => {
  const play = listed();
  expect(play.record<Listing>('listings', 'basket')).toEqual({
    goods: 'basket',
    hs: '4602110000',
    price: 2_499,
    live: true,
    contentScore: 100,
  });
  expect(play.all<PlatformCharge>('charges')).toMatchObject([{ kind: 'listing', amount: 20, payout: '' }]);
  expect(play.balance('platformReserve', 'USD')).toBe(-20);
});

test.each([
  ['shopNotOpen', {}, { enterprise: { ...aScenario().enterprise, registered: false } }],
  ['goodsUnknown', { goods: 'gold' }, {}],
  ['hsNotTenDigits', { hs: '46021100' }, {}],
  ['hsNotTenDigits', { hs: '46021100AB' }, {}],
  ['hsNotInTariff', { hs: '9999999999' }, {}],
  ['priceNotPositive', { price: 0 }, {}],
  ['priceNotPositive', { price: -5 }, {}],
  ['nothingToSell', {}, { stock: [] }],
  ['absoluteClaim', { claims: ['handmade', 'bestInWorld'] }, {}],
  ['absoluteClaim', { claims: ['curesIllness'] }, {}],
  ['brandNotAuthorised', { claims: ['officialBrand'] }, {}],
  ['brandNotAuthorised', {}, { goods: [aProduct({ flags: ['brand'] })] }],
  ['categoryPaperMissing', {}, { goods: [aProduct({ needs: ['ce'] })] }],
  ['destinationUnknown', { countries: ['502', '999'] }, {}],
])('%s: a form with %j in such a shop is refused', (code, form, changes) => {
  const play = listed(changes, form);
  expect(play.findings).toEqual([code]);
  expect(play.finding(code)?.cites.length).toBeGreaterThan(0);
  expect(play.record('listings', 'basket')).toBeNull();
});

test('the same goods are listed once', () => {
  expect(listed().when('platform', 'listGoods', FORM).findings).toEqual(['alreadyListed']);
});

test('a wrong code that exists is taken: customs will speak of it', () => {
  const play = listed({}, { hs: '4602190000' });
  expect(play.findings).toEqual([]);
  expect(play.record<Listing>('listings', 'basket')?.hs).toBe('4602190000');
});

test('what a destination forbids, and a price below cost, is said but allowed', () => {
  const { destinations } = aScenario();
  const banned = [{ ...destinations[0]!, bannedFlags: ['battery'] }, destinations[1]!];
  const play = listed({ goods: [aProduct({ flags: ['battery'] })], destinations: banned }, { price: 423 });
  expect(play.findings).toEqual([]);
  expect(play.notes('destinationBans')).toHaveLength(1);
  expect(play.notes('priceBelowCost')).toHaveLength(1); // 30.00 yuan net are 4.24 dollars at 7.08
  expect(listed({}, { price: 424 }).notes('priceBelowCost')).toHaveLength(0);
});

test('at the fair price and with a full page all orders of the scenario come, within its days', () => {
  const play = listed().after(10);
  expect(orders(play)).toHaveLength(10);
  expect(play.heard('voyage', 'ORDERED')).toHaveLength(10);
  expect(new Set(orders(play).map(({ orderNo }) => orderNo)).size).toBe(10);
  expect(new Set(orders(play).map(({ buyer }) => buyer)).size).toBe(10);
  play.after(60);
  expect(orders(play)).toHaveLength(10);
});

test('an order holds what a 303 needs: price, pieces, freight of the line at today’s rate', () => {
  for (const order of orders(listed().after(10))) {
    expect(order.goodsValue).toBe(2_499 * order.pieces);
    // 480 g are five hundreds at 9.00 yuan, 880 g are nine; 7.08 yuan to the dollar
    expect(order.freight).toBe(order.pieces === 1 ? 636 : 1_144);
    expect(['502', '304']).toContain(order.country);
  }
});

test('a third dearer finds nobody, a third cheaper finds twice as many', () => {
  expect(orders(listed({}, { price: 3_333 }).after(10))).toHaveLength(0);
  expect(orders(listed({}, { price: 1_666 }).after(10)).length).toBeGreaterThanOrEqual(19);
});

test('who has sold nothing is told why, and still finds buyers after a better price', () => {
  const demand = { orders: 1, days: 3, elasticity: 30_000, maxPieces: 1 };
  const play = listed({ demand }, { price: 3_333 }).after(30);
  expect(orders(play)).toHaveLength(0);
  expect(play.notes('noBuyer').length).toBeGreaterThan(5);
  play.when('listing:basket', 'changePrice', { price: 2_499 }).after(7);
  expect(orders(play)).toHaveLength(1);
  const told = play.notes('noBuyer').length;
  play.after(60);
  expect(orders(play)).toHaveLength(1);
  expect(play.notes('noBuyer')).toHaveLength(told);
});

test('a thin page halves what the price would sell', () => {
  const count = orders(listed({}, { title: 'keywordPile', contents: [] }).after(10)).length;
  expect(count).toBeGreaterThan(1);
  expect(count).toBeLessThan(10);
});

test('buyers of a destination that the listing leaves out cannot order', () => {
  const play = listed({}, { countries: ['502'] }).after(10);
  expect(orders(play).every(({ country }) => country === '502')).toBe(true);
  expect(orders(play).length + play.notes('buyerElsewhere').length).toBe(10);
});

test('nobody can order more than there is', () => {
  const play = listed({ stock: [{ goods: 'basket', pieces: 3, supplier: 'weaver' }] }).after(10);
  const standing = orders(play).filter(({ cancelled }) => !cancelled);
  expect(standing.reduce((sum, { pieces }) => sum + pieces, 0)).toBeLessThanOrEqual(3);
  expect(play.notes('soldOut').length).toBeGreaterThan(0);
});

test('three buyers at once find two pieces: the third one finds the listing sold out', () => {
  const demand = { orders: 1, days: 1, elasticity: 30_000, maxPieces: 1 };
  const play = listed(
    { demand, stock: [{ goods: 'basket', pieces: 2, supplier: 'weaver' }] },
    { price: 1 },
  ).after(1);
  expect(orders(play)).toHaveLength(2);
  expect(play.notes('soldOut')).toHaveLength(1);
});

test('while a listing is paused its visitors go elsewhere, and they do not come back', () => {
  const play = listed().when('listing:basket', 'pauseListing').after(5);
  expect(orders(play)).toHaveLength(0);
  play.when('listing:basket', 'resumeListing').after(20);
  expect(orders(play)).toHaveLength(5);
  expect(play.record<Listing>('listings', 'basket')?.live).toBe(true);
});

test('a new price holds for the next buyers', () => {
  const play = listed().when('listing:basket', 'changePrice', { price: 2_399 });
  expect(play.findings).toEqual([]);
  play.after(10);
  expect(new Set(orders(play).map(({ unitPrice }) => unitPrice))).toEqual(new Set([2_399]));
  expect(play.when('listing:basket', 'changePrice', { price: 2_399 }).findings).toEqual(['samePrice']);
  expect(play.when('listing:basket', 'changePrice', { price: 0 }).findings).toEqual(['priceNotPositive']);
});

test('in a frozen shop nothing is listed, nothing sold and nothing resumed', () => {
  const play = listed().letter('platform', { type: 'FREEZE', reason: 'review' });
  play.when('listing:basket', 'pauseListing').when('listing:basket', 'resumeListing');
  expect(play.findings).toEqual(['shopFrozen']);
  play.when('platform', 'listGoods', FORM);
  expect(play.findings).toEqual(['notNow']);
  play.after(10);
  expect(orders(play)).toHaveLength(0);
  const frozen = aShop().letter('platform', { type: 'FREEZE' }).letter('platform', { type: 'UNFREEZE' });
  expect(frozen.when('platform', 'listGoods', FORM).findings).toEqual([]);
});

test('a frozen shop’s live listing sells nothing until it thaws', () => {
  const play = listed().letter('platform', { type: 'FREEZE' }).after(5);
  expect(orders(play)).toHaveLength(0);
  play.letter('platform', { type: 'UNFREEZE' }).after(5);
  expect(orders(play)).toHaveLength(5);
});

test('nothing to sell, nothing to resume', () => {
  const play = listed({
    stock: [{ goods: 'basket', pieces: 1, supplier: 'weaver' }],
    demand: { orders: 1, days: 1, elasticity: 0, maxPieces: 1 },
  });
  play.after(2).when('listing:basket', 'pauseListing').when('listing:basket', 'resumeListing');
  expect(play.findings).toEqual(['nothingToSell']);
});
