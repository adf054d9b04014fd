import { expect, type Page } from '@playwright/test';

declare global {
  interface Window {
    heard?: string[];
  }
}

/** What a screen reader says by itself: each text that comes into a live region, each time that it comes. */
export class Ears {
  private constructor(private readonly page: Page) {}

  /** Before the page is opened. */
  static async on(page: Page): Promise<Ears> {
    await page.addInitScript(listen);
    return new Ears(page);
  }

  /** Exactly this, in this order, since it was asked last; a text that comes twice is twice here. */
  async hear(...expected: readonly string[]): Promise<void> {
    await expect.poll(() => this.page.evaluate(() => window.heard ?? [])).toEqual(expected);
    await this.page.evaluate(() => {
      window.heard = [];
    });
  }
}

function listen(): void {
  const LIVE = '[role=status], [role=alert], [role=log], [aria-live=polite], [aria-live=assertive]';
  const heard: string[] = [];
  window.heard = heard;
  const wordsOf = (region: Element): string => {
    const texts = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
    const words: string[] = [];
    while (texts.nextNode()) {
      words.push(texts.currentNode.textContent ?? '');
    }
    return words.join(' ').replace(/\s+/g, ' ').trim();
  };
  const said = new WeakMap<Element, string>();
  // The shell speaks for itself, of tables and vitals. Ours is known by its classes, or by what it is about.
  const ours = (region: Element): boolean =>
    region.closest('[class*="esm-aisupport"]') !== null ||
    /\bAI\b|suggestion|consent/i.test(region.textContent);
  const hear = (region: Element): void => {
    const silent = region.closest('[aria-live=off], [inert]') !== null;
    const text = silent ? '' : wordsOf(region);
    if (ours(region) && text !== (said.get(region) ?? '')) {
      said.set(region, text);
      (window.heard ?? heard).push(...(text === '' ? [] : [text]));
    }
  };
  new MutationObserver((mutations) => {
    const regions = new Set<Element>();
    for (const { target, addedNodes } of mutations) {
      const around = (target instanceof Element ? target : target.parentElement)?.closest(LIVE);
      const added = [...addedNodes].filter((node) => node instanceof Element);
      const within = added.flatMap((node) => [node, ...node.querySelectorAll('*')]);
      [around, ...within.filter((node) => node.matches(LIVE))].forEach((region) => {
        if (region?.isConnected) {
          regions.add(region);
        }
      });
    }
    regions.forEach(hear);
  }).observe(document, { childList: true, characterData: true, subtree: true });
}
