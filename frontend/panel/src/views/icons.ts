import { svg, type SVGTemplateResult } from 'lit';
import type { Indicator } from '@aisupport/core/api/contract';

/** A shape for each, so that the indicator is told without colour; the word stands beside it. */
export function indicatorIcon(indicator: Indicator): SVGTemplateResult {
  return svg`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">${shape(indicator)}</svg>`;
}

function shape(indicator: Indicator): SVGTemplateResult {
  switch (indicator) {
    case 'info':
      return svg`<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5"/>
        <path d="M8 7v4.5M8 4.4v1.2" stroke="currentColor" stroke-width="1.6"/>`;
    case 'warning':
      return svg`<path d="M8 1.8 15 14H1Z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/>
        <path d="M8 6v4M8 11.2v1.3" stroke="currentColor" stroke-width="1.6"/>`;
    case 'critical':
      return svg`<path d="M5 1h6l4 4v6l-4 4H5l-4-4V5Z" fill="currentColor"/>
        <path d="M8 4v5M8 10.6v1.6" stroke="#fff" stroke-width="1.8"/>`;
    default:
      return svg`<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5"/>`;
  }
}
