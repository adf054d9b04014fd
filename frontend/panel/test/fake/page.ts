import { afterEach, beforeEach, expect, vi } from 'vitest';
import '../../src/index';
import { AiSupportPanel } from '../../src/panel';
import { holdAgainstContract } from '@aisupport/core/fake/contract';
import { ENCOUNTER, PATIENT } from '@aisupport/core/fake/data';
import { FakeServer } from '@aisupport/core/fake/server';

/** The page of one test: a server, and the panel as a GP sees and works it. */
export class Page {
  readonly server = new FakeServer();
  readonly violations: unknown[] = [];
  panel: AiSupportPanel | undefined;

  constructor() {
    this.server.onExchange = (exchange) => {
      try {
        holdAgainstContract(exchange);
      } catch (violation) {
        this.violations.push(violation);
      }
    };
    vi.stubGlobal('fetch', this.server.fetch);
  }

  async open(attributes: Record<string, string> = {}, host: Element = document.body): Promise<void> {
    const panel = new AiSupportPanel();
    const all = {
      patient: PATIENT.uuid,
      encounter: ENCOUNTER,
      base: '/openmrs',
      locale: 'en',
      ...attributes,
    };
    for (const [name, value] of Object.entries(all)) {
      panel.setAttribute(name, value);
    }
    this.panel = panel;
    host.append(panel);
    await settle();
  }

  /** Opens the panel and waits until the engines are done. */
  async openAndRead(attributes: Record<string, string> = {}): Promise<void> {
    await this.open(attributes);
    await later(600);
  }

  get text(): string {
    return textOf(this.root);
  }

  all<T extends Element = HTMLElement>(selector: string, within: ParentNode = this.root): T[] {
    return deepAll<T>(within, selector);
  }

  cards(): HTMLElement[] {
    return this.all('aisupport-card');
  }

  card(summary: string): HTMLElement {
    return only(
      this.cards().filter((card) => textOf(card).includes(summary)),
      `card “${summary}”`,
    );
  }

  buttons(name: string, within: ParentNode = this.root): HTMLButtonElement[] {
    return this.all<HTMLButtonElement>('button', within).filter((button) => spaced(textOf(button)) === name);
  }

  button(name: string, within: ParentNode = this.root): HTMLButtonElement {
    return only(this.buttons(name, within), `button “${name}”`);
  }

  async click(name: string, within: ParentNode = this.root): Promise<void> {
    this.button(name, within).click();
    await settle();
  }

  field(label: string, within: ParentNode = this.root): HTMLInputElement {
    const all = this.all<HTMLLabelElement>('label', within);
    const exact = all.filter((one) => textOf(one) === label);
    const labels = exact.length > 0 ? exact : all.filter((one) => textOf(one).includes(label));
    const control = only(labels, `label “${label}”`).control;
    expect(control, `control of “${label}”`).not.toBeNull();
    return control as HTMLInputElement;
  }

  async choose(label: string): Promise<void> {
    this.field(label).click();
    await settle();
  }

  async type(label: string, text: string, within: ParentNode = this.root): Promise<void> {
    const field = this.field(label, within);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await settle();
  }

  async select(label: string, value: string, within: ParentNode = this.root): Promise<void> {
    const field = this.field(label, within);
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
  }

  get root(): ShadowRoot {
    const root = this.panel?.shadowRoot;
    if (!root) {
      throw new Error('The panel is not open.');
    }
    return root;
  }
}

/** Gives each test a fresh page, and fails it when something went over the wire that openapi.yaml forbids. */
export function usePage(): () => Page {
  let page: Page;
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'Date'],
      now: new Date('2026-08-05T10:00:00Z'),
    });
    localStorage.clear();
    sessionStorage.clear();
    page = new Page();
  });
  afterEach(() => {
    page.panel?.remove();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    expect(page.violations).toEqual([]);
  });
  return () => page;
}

/** Lets every promise that can settle do so. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export async function later(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
  await settle();
}

export function textOf(node: Node): string {
  const parts: string[] = [];
  walk(node, (inner) => {
    if (inner.nodeType === Node.TEXT_NODE) {
      parts.push(inner.textContent ?? '');
    }
  });
  return spaced(parts.join(' '));
}

function walk(node: Node, visit: (node: Node) => void): void {
  if (node instanceof Element && ['STYLE', 'SCRIPT'].includes(node.tagName)) {
    return;
  }
  visit(node);
  const children = node instanceof Element && node.shadowRoot ? node.shadowRoot.childNodes : node.childNodes;
  children.forEach((child) => {
    walk(child, visit);
  });
}

function deepAll<T extends Element>(within: ParentNode, selector: string): T[] {
  const found: T[] = [];
  walk(within, (node) => {
    if (node instanceof Element && node.matches(selector)) {
      found.push(node as T);
    }
  });
  return found;
}

function only<T>(found: T[], what: string): T {
  const [first] = found;
  if (first === undefined || found.length > 1) {
    throw new Error(`Wanted one ${what}, found ${found.length}`);
  }
  return first;
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
