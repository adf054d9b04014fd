import { expect, type Locator, type Page } from '@playwright/test';

/** The shell moves things by less than a second; one that it holds on to, or that went with its element, never ends. */
const LONGEST_MOVEMENT = 2_000;

/** Two frames, and every movement that ends: what is looked at in the middle of one is nobody's screen. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async (longest) => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const moving = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.race([
      Promise.allSettled(moving.map(({ finished }) => finished)),
      new Promise((enough) => setTimeout(enough, longest)),
    ]);
  }, LONGEST_MOVEMENT);
}

/** What of ours stands left or right of the window, where only sideways scrolling would show it (WCAG 1.4.10). */
export async function stickingOut(root: Locator): Promise<string[]> {
  return root.evaluate((top) => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) ||
        (element !== top && scrolls(element.parentElement)));
    return (
      [top, ...top.querySelectorAll('*')]
        .filter((element) => {
          const { left, right, width } = element.getBoundingClientRect();
          const out = left < -1 || right > document.documentElement.clientWidth + 1;
          return width > 1 && out && element.checkVisibility({ visibilityProperty: true });
        })
        .filter((element) => element === top || !scrolls(element.parentElement))
        // Parts of a plot lie over each other, seen or not; what it says stands in a table beside it.
        .filter((element) => !element.closest('[inert] svg'))
        .map((element) => `sticks out: ${element.outerHTML.slice(0, 120)}`)
    );
  });
}

/** Text of ours that is wider or higher than the box that clips it. What is for screen readers alone is 1 pixel small. */
export async function cutOff(root: Locator): Promise<string[]> {
  return root.evaluate((top) => {
    const clips = (overflow: string) => ['hidden', 'clip'].includes(overflow);
    return [top, ...top.querySelectorAll('*')]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const wide = clips(overflowX) && element.scrollWidth > element.clientWidth + 1;
        const high = clips(overflowY) && element.scrollHeight > element.clientHeight + 1;
        const seen = element.clientWidth > 1 && element.checkVisibility({ visibilityProperty: true });
        return seen && (wide || high) && !(element instanceof HTMLSelectElement);
      })
      .map((element) => `cut off: ${element.outerHTML.slice(0, 120)}`);
  });
}

/** What of ours still moves although the reader asked for less motion: each with how long. */
export async function moving(root: Locator): Promise<string[]> {
  return root.evaluate((top) => {
    const seconds = (list: string) => Math.max(...list.split(',').map((one) => Number.parseFloat(one)));
    return [top, ...top.querySelectorAll('*')].flatMap((element) =>
      [undefined, '::before', '::after'].flatMap((part) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(element, part);
        const animated = animationName !== 'none' && seconds(animationDuration) > 0;
        return animated || seconds(transitionDuration) > 0
          ? [`${element.outerHTML.slice(0, 100)} ${part ?? ''} ${animationName} ${transitionDuration}`]
          : [];
      }),
    );
  });
}

/** As wide as a browser's scrollbar, which this one does not draw. */
const SCROLLBAR = 15;

/** The buttons of these names, also where a scrollbar takes its part of the window. */
export async function standInOneRow(card: Locator, names: readonly string[]): Promise<void> {
  const tops = await card.evaluate(
    (element, { wanted, width }) => {
      element.style.marginInlineEnd = `${width}px`;
      const buttons = [...element.querySelectorAll('button')];
      const found = wanted.map((name) => buttons.find(({ textContent }) => textContent.trim() === name));
      const rows = found.map((button) => button?.getBoundingClientRect().top);
      element.style.marginInlineEnd = '';
      return rows;
    },
    { wanted: names, width: SCROLLBAR },
  );
  expect(tops, names.join(' · ')).toEqual(names.map(() => tops[0] ?? 'a button'));
}
