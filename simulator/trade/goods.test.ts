import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  GOODS_PLACES,
  allocateGoods,
  availableOf,
  emptyGoods,
  findLeaks,
  freeGoods,
  moveGoods,
  quantityAt,
  receive,
} from './goods.ts';
import type { GoodsBook, GoodsLot } from './goods.ts';

const lot = (id: string, quantity: number, product = 'board'): GoodsLot => ({
  id,
  product,
  quantity,
  unitCost: 3_363,
  invoice: 'special13',
  receivedAt: 0,
});

const place = fc.constantFrom(...GOODS_PLACES);
const command = fc.record({
  product: fc.constantFrom('board', 'tea'),
  quantity: fc.integer({ min: 1, max: 30 }),
  from: place,
  to: place,
  ref: fc.constantFrom('A', 'B', undefined),
});

describe('the book of goods', () => {
  it('never makes or loses a piece, and refuses what is not there', () => {
    const lots = fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.boolean()), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(lots, fc.array(command, { maxLength: 40 }), (received, commands) => {
        let book: GoodsBook = emptyGoods();
        for (const [index, [quantity, tea]] of received.entries()) {
          book = receive(book, lot(`L${index}`, quantity, tea ? 'tea' : 'board'));
        }
        for (const { product, quantity, from, to, ref } of commands) {
          const what = { product, quantity, from: { place: from }, to: { place: to, ref }, at: 1 };
          if (quantityAt(book, product, from) < quantity) {
            expect(() => moveGoods(book, what)).toThrow(RangeError);
            continue;
          }
          const moved = moveGoods(book, what);
          expect(moved.taken.reduce((total, part) => total + part.quantity, 0)).toBe(quantity);
          if (from !== to) {
            expect(quantityAt(moved.goods, product, to)).toBe(quantityAt(book, product, to) + quantity);
          }
          book = moved.goods;
        }
        expect(findLeaks(book)).toEqual([]);
        expect(book.holdings.every((holding) => holding.quantity > 0)).toBe(true);
      }),
    );
  });

  it('takes the oldest lot first and tells what it cost', () => {
    const book = receive(receive(emptyGoods(), lot('old', 3)), { ...lot('new', 5), unitCost: 4_000 });
    const { taken } = allocateGoods(book, { product: 'board', quantity: 4, ref: 'order 1', at: 0 });
    expect(taken).toEqual([
      { lot: 'old', quantity: 3, cost: 10_089 },
      { lot: 'new', quantity: 1, cost: 4_000 },
    ]);
  });

  it('gives freed goods back to everybody', () => {
    const order = { product: 'board', quantity: 2, ref: 'order 1', at: 0 };
    const allocated = allocateGoods(receive(emptyGoods(), lot('L', 2)), order).goods;
    expect(availableOf(allocated, 'board')).toBe(0);
    const freed = freeGoods(allocated, order).goods;
    expect(freed.holdings).toEqual([{ lot: 'L', place: 'onHand', ref: '', quantity: 2 }]);
  });

  it('does not take goods of another order', () => {
    const allocated = allocateGoods(receive(emptyGoods(), lot('L', 2)), {
      product: 'board',
      quantity: 2,
      ref: 'A',
      at: 0,
    });
    expect(() => freeGoods(allocated.goods, { product: 'board', quantity: 1, ref: 'B', at: 0 })).toThrow(
      RangeError,
    );
  });

  it('sees a leak when somebody tampers with the book', () => {
    const book = receive(emptyGoods(), lot('L', 2));
    expect(findLeaks({ ...book, holdings: [] })).toEqual([{ lot: 'L', received: 2, found: 0 }]);
  });

  it('receives a lot once', () => {
    expect(() => receive(receive(emptyGoods(), lot('L', 1)), lot('L', 1))).toThrow(RangeError);
  });
});
