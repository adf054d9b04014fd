import { expect, test } from '@playwright/test';
import { quantile, ratio, seeded, shuffled, spread } from '../../bench/statistics.js';

test('a quantile lies between its two neighbours', () => {
  expect(quantile([40, 10, 30, 20], 0.5)).toBe(25);
  expect(spread([1, 2, 3, 4, 5])).toEqual({ median: 3, lower: 2, upper: 4 });
  expect(() => quantile([], 0.5)).toThrow('nothing');
});

test('twice as slow in each round is a ratio of two, however much the rounds differ', () => {
  const base = [100, 900, 300, 500, 700, 200];

  const slow = ratio(
    base.map((each) => each * 2),
    base,
    seeded(1),
  );

  expect(slow).toEqual({ median: 2, lower: 2, upper: 2 });
});

test('what chance could have done shows as an interval around one', () => {
  const random = seeded(7);
  const noisy = () => Array.from({ length: 40 }, () => 1_000 + random() * 400);

  const { lower, upper } = ratio(noisy(), noisy(), random);

  expect(lower).toBeLessThan(1);
  expect(upper).toBeGreaterThan(1);
  expect(upper - lower).toBeGreaterThan(0.01);
});

test('a round without its counterpart is refused', () => {
  expect(() => ratio([1, 2], [1], seeded(1))).toThrow('lacks');
});

test('each order holds everything, and the orders differ', () => {
  const random = seeded(3);
  const orders = Array.from({ length: 20 }, () => shuffled(['a', 'b', 'c'], random));

  expect(orders.map((order) => order.toSorted())).toEqual(orders.map(() => ['a', 'b', 'c']));
  expect(new Set(orders.map((order) => order.join(''))).size).toBeGreaterThan(2);
});
